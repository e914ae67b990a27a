import { assertNever } from '../model/assertNever.ts'
import type { Change, ChangeReason } from '../model/change.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import { counted } from './counted.ts'
import { day } from './shownTime.ts'

/** Why a change is planned, in one line for the administrator, with what to do when it is not wanted. */
export function describeChangeReason(change: Pick<Change, 'objectKind' | 'reason' | 'after'>): string {
  const { objectKind, reason } = change
  switch (reason.kind) {
    case 'new-in-selection':
      return `New in ${reason.baseDn}`
    case 'resource-missing':
      return `Its resource ${reason.resourceId} is gone from the store; it is made again`
    case 'differs':
      return differing(reason.attributes, change)
    case 'account-disabled':
      return 'The account is disabled in the directory; enabled there, it becomes active again'
    case 'account-enabled':
      return 'The account is enabled in the directory'
    case 'back-in-selection':
      return `Back in the directory and the selection; it was inactive since ${day(reason.vanishedAt)}`
    case 'vanished':
      return `Left the directory or the selection; was ${reason.lastDn}`
    case 'vanished-long-enough':
      return `Inactive since ${day(reason.vanishedAt)} and not back within ${counted(reason.days, 'day')}`
    case 'mismatched':
      return 'No selected entry accounts for it, and the settings delete such objects; mismatched: retain keeps it'
    case 'picture-new':
      return 'No picture was sent yet'
    case 'picture-differs':
      return 'The picture is another one than was sent last'
    case 'picture-missing':
      return 'The store does not have it any more; it is sent again'
    case 'picture-gone':
      return 'Where the picture came from, there is none any more'
    case 'undo':
      return undoing(reason, objectKind)
    default:
      return assertNever(reason)
  }
}

const deedsOfRun = {
  create: 'which added it',
  update: 'which changed it',
  deactivate: 'which made it inactive',
  reactivate: 'which made it active again',
  delete: 'which deleted it: it is made again, under a new id',
} as const

const pictureDeedsOfRun = {
  ...deedsOfRun,
  create: 'which set it',
  update: 'which replaced it',
  delete: 'which removed it',
} as const

function undoing({ runId, of, wait }: Extract<ChangeReason, { kind: 'undo' }>, objectKind: ObjectKind): string {
  const taken = `Takes back run ${runId}, ${(objectKind === 'avatar' ? pictureDeedsOfRun : deedsOfRun)[of]}`
  switch (wait) {
    case 'begins':
      return `${taken}; it is inactive now, and deleted later unless an entry accounts for it`
    case 'ends':
      return `${taken}; the wait for its deletion ends`
    case 'unchanged':
      return taken
    default:
      return assertNever(wait)
  }
}

const markMissing =
  'All else is equal; it gets the mark of this domain, so that no other connector takes it for its own'

/** Becoming a room, or a user again, is told as what it is. */
function differing(attributes: readonly string[], { after }: Pick<Change, 'after'>): string {
  if (!attributes.includes('room')) return differences(attributes)
  const room =
    after?.values?.room === 'room'
      ? 'Is identified as a room now'
      : 'Is no longer identified as a room: becomes an ordinary user'
  const others = attributes.filter((attribute) => attribute !== 'room')
  return others.length === 0 ? room : `${room}; ${differences(others)}`
}

function differences(attributes: readonly string[]): string {
  if (attributes.length === 0) return 'Directory and store differ'
  if (attributes.length === 1 && attributes[0] === 'connectorDomain') return markMissing
  if (attributes.length === 1) return attributes[0] === 'members' ? 'members differ' : `${attributes[0]} differs`
  return `${attributes.slice(0, -1).join(', ')} and ${attributes.at(-1)} differ`
}
