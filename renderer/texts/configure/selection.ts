import { counted } from '../counting.ts'

const kindNames = { user: ['user', 'users'], group: ['group', 'groups'], contact: ['contact', 'contacts'] } as const

/** Texts of the page Selection. */
export const selectionTexts = {
  tree: {
    title: 'Containers',
    label: 'Containers of the directory',
    loading: 'Reading the containers',
    loadingBelow: 'reading…',
    empty: 'The directory names no container to this account.',
    directoryFirst: 'The tree can be shown as soon as the directory under General is complete.',
    belowExclusion: (name: string, above: string) =>
      `${name} lies below ${above}, which is left out. Tick ${above} first, then leave out what should not be read.`,
    unreadable: (name: string, message: string) => `What is below ${name} cannot be read: ${message}`,
    cutOff: (name: string) => `${name} has more containers than are shown; add one that is missing by its DN.`,
    bases: 'Read, with all below:',
    noBases: 'No container is chosen yet: nothing would be read.',
    exclusions: 'Left out, with all below:',
    dn: 'DN of a container to read',
    dnPlaceholder: 'OU=Sales,DC=corp,DC=example',
    addDn: 'Add',
    remove: (dn: string) => `Remove ${dn}`,
  },
  selection: {
    title: 'Kinds of entries',
    kinds: { user: 'Users', group: 'Groups', contact: 'Contacts' },
    filter: 'Filter',
    filterPlaceholder: '(&(department=Sales)(!(title=Intern)))',
    notCounted: 'Counted as soon as directory and containers are complete.',
    counting: (kind: keyof typeof kindNames) => `Counting ${kindNames[kind][1]}…`,
    counted: (kind: keyof typeof kindNames, count: number, more: boolean) =>
      `${more ? 'More than ' : ''}${counted(count, kindNames[kind][0], kindNames[kind][1])} ${count === 1 && !more ? 'is' : 'are'} selected.`,
    groupTypes: 'Which groups',
    groupType: { security: 'Security groups', distribution: 'Distribution groups' },
  },
  rooms: {
    enabled: 'Identify rooms',
    hint: 'Users whose msExchResourceMetaData holds ResourceType:Room become rooms. When off, they are users like others.',
    attribute: 'Also when attribute',
    equals: 'equals',
    add: 'Add an attribute that identifies rooms',
    remove: (name: string) => (name === '' ? 'Remove this attribute' : `Remove ${name}`),
  },
} as const
