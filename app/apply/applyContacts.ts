import type { Change } from '../model/change.ts'
import type { Write } from '../target/target.ts'
import type { ApplyParts } from './applyParts.ts'
import { forEachBatch, type Pace } from './forEachBatch.ts'
import { outcomeOf } from './outcome.ts'

/**
 * Writes the changes of contacts. Nobody refers to them, so that those that leave can go first: a store that holds no more
 * than so many has room for the new ones then.
 */
export async function applyContacts(parts: ApplyParts, pace: Pace): Promise<void> {
  await writeContacts(parts, { ...pace, size: 1 }, ['delete'])
  await writeContacts(parts, pace, ['update', 'create'])
}

async function writeContacts(
  parts: ApplyParts,
  pace: Pace,
  kinds: readonly ('create' | 'update' | 'delete')[],
): Promise<void> {
  await forEachBatch(parts.changes(['contact'], kinds), pace, async (batch) => {
    const results = await parts.target.write(batch.map(({ change }) => contactWrite(change, parts.versionOf(change))))
    const outcomes = batch.flatMap(({ change }, index) => {
      const result = results[index]
      return result ? [outcomeOf(change, result)] : []
    })
    parts.save(outcomes)
    parts.advanced(outcomes.length)
  })
}

function contactWrite({ kind, resourceId, before, after }: Change, version: string | null): Write {
  if (resourceId === null) return { kind: 'create-contact', values: after?.values ?? {} }
  if (kind === 'delete') return { kind: 'delete-contact', id: resourceId }
  const values = { before: before?.values ?? {}, values: after?.values ?? {} }
  return { kind: 'update-contact', id: resourceId, version, ...values }
}
