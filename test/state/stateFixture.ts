import { openState } from '../../app/state/sqlite/openState.ts'
import type { State } from '../../app/state/state.ts'

export const now = new Date('2026-01-01T00:00:00Z')

export function open(folder: string, access: 'read' | 'write' = 'write', purpose = 'test'): State {
  return openState({ folder, access, purpose, now })
}
