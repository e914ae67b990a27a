import type { Change } from '../model/change.ts'

/** Whether a change began (true) or ended (false) a user's wait for its deletion (DC-33); null when it did neither. */
export function waitBegun({ kind, reason }: Change): boolean | null {
  switch (reason.kind) {
    case 'vanished':
    case 'mismatched':
      return kind === 'deactivate' ? true : null
    case 'back-in-selection':
      return false
    case 'undo':
      return reason.wait === 'unchanged' ? null : reason.wait === 'begins'
    default:
      return null
  }
}
