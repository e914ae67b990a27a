import type { Finding } from '../model/finding.ts'
import type { Settings } from '../settings/schema.ts'
import type { TargetCapabilities } from '../target/target.ts'

/** In which form pictures are sent, and what an administrator should know when they cannot be. */
export function picturesOf(
  { avatar, selection }: Pick<Settings, 'avatar' | 'selection'>,
  { pictures }: Pick<TargetCapabilities, 'pictures'>,
): { readonly pictures: TargetCapabilities['pictures']; readonly findings: readonly Finding[] } {
  if (!avatar?.enabled) return { pictures: 'none', findings: [] }
  if (!selection.users.enabled && !selection.rooms.enabled) return { pictures: 'none', findings: [noUsers] }
  if (pictures === 'none') return { pictures, findings: [noPlace] }
  if (pictures === 'bytes') return { pictures, findings: [] }
  if (avatar.source === 'attribute') return { pictures: 'none', findings: [onlyLinks] }
  return avatar.reachableFromStore ? { pictures, findings: [] } : { pictures: 'none', findings: [notReachable] }
}

const noUsers: Finding = {
  level: 'warning',
  side: 'settings',
  subject: 'avatar',
  message: 'Pictures are switched on, but neither users nor rooms are selected: nobody gets one.',
  remedy: 'Switch avatar.enabled off, or select users.',
}

const noPlace: Finding = {
  level: 'warning',
  side: 'store',
  subject: 'avatar',
  message: 'Pictures are switched on, but the store has no place for them. None are sent.',
  remedy: 'Switch avatar.enabled off, or use a store that keeps photos.',
}

const onlyLinks: Finding = {
  level: 'warning',
  side: 'store',
  subject: 'avatar',
  message: 'The store takes only links to pictures, and a picture in the directory has none. None are sent.',
  remedy:
    'Put the pictures on a web server that the store can reach, and set avatar.source to server with its pattern.',
}

const notReachable: Finding = {
  level: 'warning',
  side: 'store',
  subject: 'avatar',
  message:
    'The store takes only links to pictures, and nobody has declared that it can reach the server of avatar.pattern. None are sent.',
  remedy: 'Set avatar.reachableFromStore to true, if the store can read these addresses.',
}
