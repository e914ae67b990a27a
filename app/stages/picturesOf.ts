import type { Finding } from '../model/finding.ts'
import type { AvatarSettings, Settings } from '../settings/schema.ts'
import type { TargetCapabilities } from '../target/target.ts'

/**
 * In which form pictures are sent, and what an administrator should know when they cannot be.
 * @param known the directory's attributes in lower case; null when its schema could not be read
 */
export function picturesOf(
  { avatar, selection }: Pick<Settings, 'avatar' | 'selection'>,
  { pictures }: Pick<TargetCapabilities, 'pictures'>,
  known: ReadonlySet<string> | null,
): { readonly pictures: TargetCapabilities['pictures']; readonly findings: readonly Finding[] } {
  if (!avatar?.enabled) return { pictures: 'none', findings: [] }
  if (!selection.users.enabled && !selection.rooms.enabled) return { pictures: 'none', findings: [noUsers] }
  if (pictures === 'none') return { pictures, findings: [noPlace] }
  if (pictures === 'bytes') return { pictures, findings: unknownAttribute(avatar, known) }
  if (avatar.source === 'attribute') return { pictures: 'none', findings: [onlyLinks] }
  return avatar.reachableFromStore ? { pictures, findings: [] } : { pictures: 'none', findings: [notReachable] }
}

function unknownAttribute(avatar: AvatarSettings, known: ReadonlySet<string> | null): readonly Finding[] {
  if (avatar.source !== 'attribute' || known === null || known.has(avatar.attribute.toLowerCase())) return []
  return [
    {
      level: 'warning',
      side: 'settings',
      subject: 'avatar.attribute',
      message: `The directory does not know the attribute ${avatar.attribute}: nobody has a picture in it.`,
      remedy: 'Correct the name of the attribute; usual ones are thumbnailPhoto, jpegPhoto and photo.',
    },
  ]
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
