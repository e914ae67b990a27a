import { assertNever } from '../model/assertNever.ts'
import type { ChangeReason } from '../model/change.ts'
import { counted } from './counted.ts'
import { day } from './shownTime.ts'

/** Why a change is planned, in one line for the administrator, with what to do when it is not wanted. */
export function describeChangeReason(reason: ChangeReason): string {
  switch (reason.kind) {
    case 'new-in-selection':
      return `New in ${reason.baseDn}`
    case 'resource-missing':
      return `Its resource ${reason.resourceId} is gone from the store; it is made again`
    case 'differs':
      return differing(reason.attributes)
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
    case 'undo':
      return undoing(reason)
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

function undoing({ runId, of, wait }: Extract<ChangeReason, { kind: 'undo' }>): string {
  const taken = `Takes back run ${runId}, ${deedsOfRun[of]}`
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

function differing(attributes: readonly string[]): string {
  if (attributes.length === 0) return 'Directory and store differ'
  if (attributes.length === 1 && attributes[0] === 'connectorDomain') return markMissing
  if (attributes.length === 1) return attributes[0] === 'members' ? 'members differ' : `${attributes[0]} differs`
  return `${attributes.slice(0, -1).join(', ')} and ${attributes.at(-1)} differ`
}
