import type { ExplainedContact } from '../../app/api/explain/explanation.ts'
import { assertNever } from '../../app/model/assertNever.ts'
import type { CurrentContact } from '../../app/model/resource.ts'
import type { Join } from '../../app/plan/planningData.ts'
import { describeObjectReason } from '../../app/report/describeObjectReason.ts'

/** What the store has of a contact, or why it has nothing. */
export function contactLine({ resource, join }: ExplainedContact): string {
  if (resource !== null) return `Store     ${describeContact(resource)}, created here`
  return `Store     no contact of its own${join === null ? '' : describeJoin(join)}`
}

/** A contact as the store knows it, with its id. */
export function describeContact({ id, values }: CurrentContact): string {
  return `contact ${values.uid ?? values.displayName ?? id} (${id})`
}

function describeJoin(join: Join): string {
  switch (join.kind) {
    case 'create':
      return join.because === 'new'
        ? ' yet; a sync creates it'
        : ', the one that was created is gone; a sync creates it again'
    case 'held':
      if (join.reason.kind !== 'not-created-here') {
        return `. ${describeObjectReason({ objectKind: 'contact', reason: join.reason })}`
      }
      return `: ${join.reason.resourceId} stands for the same address, was not created here, and is never touched`
    case 'joined':
      return ''
    default:
      return assertNever(join)
  }
}
