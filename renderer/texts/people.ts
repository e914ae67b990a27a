import type {
  ExplainedContact,
  ExplainedEntry,
  ExplainedGroup,
  ExplainedResource,
} from '../../app/api/explain/explanation.ts'

import type { CurrentContact } from '../../app/model/resource.ts'
import { counted, listed } from './counting.ts'

/** Texts of the page that explains one person, room, group or contact. */
export const peopleTexts = {
  title: 'People',
  search: {
    label: 'Find a person, room, group or contact',
    placeholder: 'Name, e-mail or DN',
    results: 'Found in the cloud',
    more: (count: number) => `The first ${count} are shown. Type more of the name to see fewer.`,
    explain: (text: string) => `Explain “${text}”`,
    explainHint: 'Looks for this e-mail or DN in the whole directory and in the cloud',
    none: {
      title: 'Nobody in the cloud has that in a name',
      message: 'Who is only in the directory is found by the whole e-mail address or DN: press Enter to look there.',
    },
    nobodyYet: {
      title: 'Nobody is in the cloud yet',
      message:
        'This connector has not added anybody so far. Give an e-mail address or a DN to see what it would do with an entry of the directory.',
    },
    start:
      'Type a part of a name to see who is in the cloud, or an e-mail address or DN to explain anybody in the directory.',
    present: (what: string) => `In the cloud by this connector: ${what}.`,
  },
  kinds: { user: 'Person', room: 'Room', group: 'Group', contact: 'Contact', avatar: 'Picture' },
  explaining: 'Asking the directory and the cloud',

  actions: {
    sync: {
      user: 'Sync this person now',
      room: 'Sync this room now',
      group: 'Sync this group now',
      contact: 'Sync this contact now',
    },
    syncing: 'Syncing…',
    copy: 'Copy as text',
    copied: 'Copied',
    copyFailed: 'The browser did not allow it',
    notSelected: 'It is not selected, so there is nothing to sync: see below what keeps it out.',
    notKept: 'Its kind is not synchronized: see below.',
    notYet: 'The first full sync comes before: make a dry run and apply it.',
  },
  refusals: {
    'no-full-sync': { label: 'To the dry run', page: '/plans' },
    'settings-changed': { label: 'To the dry run', page: '/plans' },
    'not-selected': { label: 'To the selection', page: '/configure/selection' },
  },
  synced: {
    equal: 'Nothing to do: nothing that is mapped has changed.',
    done: 'Done: the cloud has it as the directory does.',
    partial: 'Done in part: the run says what did not work.',
    halted: 'Halted by a guard: nothing was written. The plan says why.',
    other: (status: string) => `The run ended as ${status}.`,
    run: (id: number) => `Run ${id}`,
    plan: (id: number) => `Plan ${id}`,
  },

  nobody: {
    title: (who: string) => `The directory has no entry for ${who}`,
    message:
      'Nothing below the whole directory has this address or DN. Check the spelling, or the rights of the account that reads.',
    stillThere: 'The cloud still has somebody of that name.',
    notThere: 'The cloud has nobody of that name either.',
    inCloud: 'In the cloud',
    leaves: 'A sync treats it as having left the directory.',
  },
  several: {
    title: (count: number, who: string) => `${count} entries answer to ${who}`,
    message: 'Nobody can be matched by it until one of them changes. Each of them is explained by its DN.',
  },

  headline: {
    notSelected: 'Not selected: a sync leaves it out.',
    leaves: 'Not selected any more: a sync treats it as having left.',
    switchedOff: 'Not synchronized: its kind is switched off.',
    notKept: 'Not synchronized: the cloud keeps no such objects.',
    unsure: 'Whether it is selected only the directory itself can say.',
    skipped: 'Skipped: nothing is decided about it until its values are right.',
    otherDomain: (domain: string) => `Left alone: it belongs to ${domain}.`,
    held: 'Held back: nothing is created for it.',
    conflict: 'Conflict: somebody else would have the same uid, so neither is touched.',
    added: 'Would be added by the next sync.',
    inactive: 'Would be made inactive by the next sync.',
    activeAgain: 'Would be made active again by the next sync.',
    changed: (count: number) => `Would be changed by the next sync: ${counted(count, 'value')}.`,
    renamed: 'Would be renamed by the next sync.',
    picture: 'Would be given another picture by the next sync.',
    equal: 'Equal: the next sync has nothing to do here.',
    equalName: 'Its name is equal; its members are compared in a dry run.',
  },

  way: 'The way of this entry through every decision',
  steps: {
    found: 'Found',
    selected: 'Selected',
    room: 'Room',
    values: 'Values',
    match: 'In the cloud',
    members: 'Members',
    guard: 'Guard',
    change: 'What a sync would change now',
    picture: 'Picture',
    history: 'What was planned and done so far',
  },
  marks: { good: 'passed', stop: 'stops here', unsure: 'not certain', plain: 'noted' },
  anchor: (anchor: string) => `Anchor ${anchor}`,

  selected: {
    yes: (baseDn: string) => `Yes, under the base ${baseDn}.`,
    filters: 'The default filter of its kind and the filter in the settings let it through.',
    outside: 'No: it lies below none of the base DNs.',
    excluded: (excludeDn: string) => `No: it lies in the excluded container ${excludeDn}.`,
    filteredBase: (baseDn: string) => `It lies under the base ${baseDn}.`,
    filtered: {
      default: 'No: the default filter of its kind does not let it through.',
      administrator: 'No: the filter in the settings does not let it through.',
    },
    undecided: {
      default: 'Unknown: the default filter of its kind can only be decided by the directory itself.',
      administrator: 'Unknown: the filter in the settings can only be decided by the directory itself.',
    },
    'switched-off': (kinds: string) => `No: ${kinds} are switched off in the settings.`,
    'not-kept': (kinds: string) => `No: the store keeps no ${kinds}.`,
    remedy: 'Change the selection',
  },
  kindNames: { user: 'users', group: 'groups', contact: 'contacts' },
  room: (attribute: string, value: string) => `Yes, by ${attribute} = ${value}. A room is always active.`,

  values: {
    skipped: (why: string) => `Skipped: ${why}`,
    summary: (all: number) => `${counted(all, 'value')} from the mapping.`,
    left: (attributes: readonly string[]) => `Left out: ${listed(attributes)}.`,
    noted: (attributes: readonly string[]) => `Changed on the way, or doubtful: ${listed(attributes)}.`,
    groupName: (name: string) => `displayName ← cn: ${name}`,
    none: 'The mapping gives no value.',
    columns: {
      attribute: 'Cloud attribute',
      value: 'Value',
      expression: 'Comes from',
      inputs: 'Read in the directory',
    },
    leftOut: (problem: string) => `Left out: the value ${problem}`,
    because: (note: string) => `The value ${note}`,
    nothing: 'no value',
    moreInputs: (count: number) => `and ${counted(count, 'more value', 'more values')} that do not count`,
    showAll: (count: number) => `Show all ${counted(count, 'value')}`,
    showFew: 'Show only what was changed or left out',
    showEmpty: (count: number) => `and ${counted(count, 'attribute')} without any value`,
    fromSettings: 'changed in the settings',
    edit: 'Change the mapping',
  },

  match: {
    linked: (resourceId: string) => `Linked to ${resourceId}.`,
    notLinked: 'Not linked yet.',
    inactiveSince: 'Its entry was gone; it is inactive since',
    resource: ({ user, by }: ExplainedResource) =>
      `${user.values.uid ?? user.id} (${user.id})${user.values.room === 'room' ? ', a room' : ''}, ${user.active ? 'active' : 'inactive'}, found by ${by}.`,
    rivals: (dns: readonly string[]) => `Same uid as ${listed(dns)}: none of them is touched until they differ.`,
    administrator: 'It holds an administrator’s role in the cloud: it is never made inactive or deleted.',
    otherDomain: (domain: string) =>
      `It belongs to ${domain}, whose own connector keeps it; this one never touches it.`,
    none: 'The cloud has no user for it yet.',
    contact: ({ id, values }: CurrentContact) => `The contact ${values.uid ?? values.displayName ?? id} (${id})`,
    createdHere: 'created here.',
    ownContact: ({ join, held }: ExplainedContact): string => {
      if (join === null) return 'The cloud has no contact of its own for it.'
      if (join.kind === 'held') return `The cloud has no contact of its own for it. ${held ?? ''}`.trim()
      if (join.kind === 'create' && join.because === 'resource-missing')
        return 'The contact that was created for it is gone from the cloud; a sync creates it again.'
      return 'The cloud has no contact for it yet; a sync creates it.'
    },
    group: ({ group, members, by }: NonNullable<ExplainedGroup['resource']>) =>
      `${group.displayName} (${group.id}), ${counted(members, 'member')}, found by ${by}.`,
    noGroup: 'The cloud has no group for it yet.',
  },
  members: {
    read: (count: number) => `${counted(count, 'member')} in the directory.`,
    linked: (linked: number, groups: number) =>
      `At the last sync ${linked} of them had a resource${groups > 0 ? `, and ${groups} ${groups === 1 ? 'was a group' : 'were groups'}` : ''}.`,
    nesting: {
      nested: 'The cloud keeps groups in groups.',
      flat: 'The cloud keeps no groups in groups: the users of the groups in it become its own members.',
      none: 'The cloud keeps no groups.',
    },
    circle: (names: readonly string[]) =>
      `It is a member of itself${names.length === 0 ? '' : ` through ${listed(names)}`}; who is in it counts once.`,
  },
  guard: {
    protected: 'Protected: never made inactive or deleted.',
    free: 'Not on the list of protected users.',
    page: 'Protected users',
  },
  change: {
    none: 'None: the cloud is equal.',
    noneOfName: 'None of its name.',
    membersAside: 'Members are compared in a dry run.',
    adds: 'A sync adds it, with the values above.',
    nothingDecided: 'None, for what stops it above.',
    leaves: 'It is linked: a sync treats it as having left the selection.',
    managerAside: 'Managers are compared in a dry run.',
    count: (count: number) => `${counted(count, 'value')} would be changed.`,
    columns: { attribute: 'Attribute', before: 'In the cloud now', after: 'After a sync' },
    attributes: { active: 'active', displayName: 'displayName', room: 'kind' },
    yes: 'yes',
    no: 'no',
    aRoom: 'room',
    aUser: 'person',
    nothing: 'nothing',
  },
  picture: {
    notSent: (message: string, remedy: string) => `Not sent: ${message} ${remedy}`,
    found: (place: string, photo: string) => `${place}: ${photo}.`,
    none: (place: string, message: string) => `${place}: none. ${message}`,
    refused: (place: string, message: string, remedy: string) => `${place}: refused. ${message} ${remedy}`,
    sent: (photo: string) => `Sent last: ${photo}.`,
    neverSent: 'No picture was sent so far.',
    would: (reason: string) => `A sync would send it: ${reason}.`,
    wouldRemove: (reason: string) => `A sync would take it away: ${reason}.`,
    same: 'A sync would send nothing: the same picture as was sent last.',
    leftInPlace: 'A sync would send nothing, and leave the last one in place.',
    nothing: 'A sync would send nothing.',
    show: 'Show the picture',
    showing: 'Fetching…',
    alt: (who: string) => `The picture of ${who}`,
    facts: { place: 'From', format: 'Format', hash: 'SHA-256' },
    format: (type: string, width: number, height: number, size: string) =>
      `${type}, ${width} × ${height} pixels, ${size} bytes`,
  },
  history: {
    none: 'Nothing was planned for it so far.',
    columns: { run: 'Run', change: 'Planned', result: 'Result', reason: 'Why' },
    run: (id: number) => `Run ${id}`,
    plan: (id: number) => `plan ${id}`,
    notTried: 'not applied',
    picture: (word: string) => `${word} picture`,
    line: (planId: number, word: string, result: string, reason: string) =>
      `plan ${planId}: ${word}, ${result}. ${reason}`,
  },
  kindOf: ({ kind, room }: Pick<ExplainedEntry, 'kind' | 'room'>): 'user' | 'room' | 'group' | 'contact' =>
    room === null ? kind : 'room',
} as const
