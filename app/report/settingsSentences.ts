import { defaultMapping } from '../mapping/defaultMapping.ts'
import { assertNever } from '../model/assertNever.ts'
import { describeCron } from '../schedule/describeCron.ts'
import type { AvatarSettings, GuardSettings, Limit, SelectionSettings, Settings } from '../settings/schema.ts'
import { counted, number } from './counted.ts'
import { kindWords } from './kindWords.ts'
import { listed } from './listed.ts'

/** A page of the window that configures something. */
export type ConfigurationPage = 'general' | 'selection' | 'mapping' | 'avatars' | 'schedule' | 'guards' | 'notify'

export interface SettingsSentence {
  readonly page: ConfigurationPage
  readonly sentence: string
}

/** The settings in plain words (DC-90), each with the page that changes it, in the order of the pages. */
export function settingsSentences(settings: Settings): readonly SettingsSentence[] {
  const on = (page: ConfigurationPage, ...sentences: readonly string[]) =>
    sentences.map((sentence) => ({ page, sentence }))
  return [
    ...on('selection', ...selectionSentences(settings)),
    ...on('mapping', mappingSentence(settings)),
    ...on('avatars', avatarSentence(settings.avatar)),
    ...on('schedule', ...scheduleSentences(settings.schedule)),
    ...on('guards', ...guardSentences(settings.guards), mismatchedSentence(settings), waitSentence(settings)),
  ]
}

function selectionSentences({ selection, directory }: Settings): readonly string[] {
  const { users, rooms, groups, contacts } = selection
  const there = users.enabled ? 'there' : where(selection)
  return [
    users.enabled ? `${kindSentence('users', users.filter)} ${where(selection)}.` : 'No users.',
    rooms.enabled ? 'Rooms are identified.' : '',
    groups.enabled ? `${kindSentence(groupWords(groups.types, directory), groups.filter)} ${there}.` : '',
    contacts.enabled ? `${kindSentence('contacts', contacts.filter)} ${there}.` : '',
  ].filter((sentence) => sentence !== '')
}

function kindSentence(kind: string, filter: string): string {
  return filter === '' ? `All ${kind}` : `${kind[0]?.toUpperCase()}${kind.slice(1)} that match a filter`
}

/** Only Active Directory tells one type from the other. */
function groupWords(types: SelectionSettings['groups']['types'], { type }: Settings['directory']): string {
  return type === 'ldap' ? 'groups' : `${listed(types)} groups`
}

function where({ baseDns, excludeDns }: SelectionSettings): string {
  const without = excludeDns.length === 0 ? '' : `, without ${counted(excludeDns.length, 'container')}`
  return `under ${counted(baseDns.length, 'container')}${without}`
}

function mappingSentence({ mapping, directory }: Settings): string {
  const defaults = defaultMapping(directory.type)
  const mapped = Object.values({ ...defaults, ...mapping }).filter((expression) => expression !== null)
  const own = Object.entries(mapping).filter(
    ([attribute, expression]) =>
      expression !== null && expression !== undefined && !Object.entries(defaults).some(isSame(attribute, expression)),
  )
  const attributes = counted(mapped.length, 'attribute')
  if (own.length === 0) return `${attributes}, all as they are by default.`
  return `${attributes}, ${number(own.length)} of them with ${own.length === 1 ? 'an expression' : 'expressions'} of your own.`
}

function isSame(attribute: string, expression: string) {
  return ([name, standard]: readonly [string, string | null]) => name === attribute && standard === expression
}

function avatarSentence(avatar: AvatarSettings | undefined): string {
  if (!avatar?.enabled) return 'Pictures are not sent.'
  switch (avatar.source) {
    case 'attribute':
      return `Pictures are taken from the attribute ${avatar.attribute}.`
    case 'server':
      return `Pictures are taken from the web server ${/^https?:\/\/([^/?{]+)/i.exec(avatar.pattern)?.[1] ?? avatar.pattern}.`
    default:
      return assertNever(avatar)
  }
}

function scheduleSentences({ incremental, full }: Settings['schedule']): readonly string[] {
  if (incremental === null && full === null) return ['Nothing is scheduled.']
  return [
    incremental === null ? '' : `Changes are synchronized ${describeCron(incremental)}.`,
    full === null ? '' : `Everything is read again ${describeCron(full)}.`,
  ].filter((sentence) => sentence !== '')
}

function guardSentences({ deletions, creates, updates, protected: names }: GuardSettings): readonly string[] {
  return [
    ...limitSentences('Deletion limit', deletions),
    ...(creates ? limitSentences('Limit of additions', creates) : []),
    ...(updates ? limitSentences('Limit of changes', updates) : []),
    ...(names.length > 0 ? [`${counted(names.length, 'person is', 'people are')} protected.`] : []),
  ]
}

/** One sentence when all kinds have the same limit, else one for each. */
function limitSentences(what: string, limits: GuardSettings['deletions']): readonly string[] {
  const { users, rooms, groups, contacts, avatars } = limits
  const words = [
    ['user', users],
    ['room', rooms],
    ['group', groups],
    ['contact', contacts],
    ['avatar', avatars],
  ] as const
  const different = new Set(words.map(([, limit]) => limitWords(limit)))
  if (different.size === 1) return [`${what}: ${limitWords(users)}.`]
  return words.map(([kind, limit]) => `${what} of ${kindWords[kind].several}: ${limitWords(limit)}.`)
}

function limitWords({ percent, atLeast, atMost }: Limit): string {
  return `${percent} %, at least ${number(atLeast)}, at most ${number(atMost)}`
}

function mismatchedSentence({ mismatched }: Settings): string {
  const what = 'Objects in the store that no entry accounts for are'
  return mismatched === 'retain' ? `${what} kept.` : `${what} deleted.`
}

function waitSentence({ softDeleteDays }: Settings): string {
  if (softDeleteDays === 0) return 'People who left are deleted with the next run.'
  return `People who left are made inactive at once, and deleted after ${counted(softDeleteDays, 'day')}.`
}
