import type { ExplainedEntry, ExplainedResource, Explanation, PastChange } from '../../app/api/explanation.ts'
import { assertNever } from '../../app/model/assertNever.ts'
import { describeChangeReason } from '../../app/report/describeChangeReason.ts'
import type { Decision } from '../../app/selection/selectEntry.ts'

/** An explanation in the order in which the decisions are taken. */
export function* explanationText({ who, entries, resource, history }: Explanation): Generator<string> {
  if (entries.length === 0) {
    yield `The directory has no entry for ${who}.`
    yield resource ? `Store     ${describeResource(resource)}` : `Store     has no user of that name.`
    yield* historyLines(history)
    return
  }
  if (entries.length > 1) yield `${entries.length} entries answer to ${who}:`
  for (const entry of entries) yield* entryLines(entry)
}

function* entryLines(entry: ExplainedEntry): Generator<string> {
  const { dn, anchor, decision, rows, skipped, isProtected, link, resource, history } = entry
  yield `Found     ${dn}`
  yield `          anchor ${anchor}`
  yield `Selected  ${describeDecision(decision)}`
  if (skipped !== null) yield `Mapped    skipped: ${skipped}`
  for (const [index, { attribute, expression, inputs, text, validated }] of rows.entries()) {
    if (text === '' && inputs.every(({ values }) => values.length === 0)) continue
    const values = inputs.map(({ name, values: [first = ''] }) => `${name} = ${JSON.stringify(first)}`).join(', ')
    const result = validated.kind === 'valid' ? JSON.stringify(validated.value) : `left out: ${validated.problem}`
    yield `${index === 0 && skipped === null ? 'Mapped' : '      '}    ${attribute} ← ${expression}: ${result}  (${values})`
  }
  yield link
    ? `Linked    to ${link.resourceId}${link.vanishedAt === null ? '' : `, inactive since ${link.vanishedAt}`}`
    : 'Linked    not yet'
  yield `Store     ${resource ? describeResource(resource) : 'no resource yet'}`
  yield `Guard     ${isProtected ? 'protected: never made inactive or deleted' : 'not on the list of protected users'}`
  yield* historyLines(history)
}

function describeDecision(decision: Decision): string {
  switch (decision.kind) {
    case 'selected':
      return `yes, under ${decision.baseDn}`
    case 'outside-bases':
      return 'no: it lies below none of the base DNs'
    case 'excluded':
      return `no: it lies in the excluded container ${decision.excludeDn}`
    case 'filtered': {
      const whose = decision.by === 'default' ? 'the default filter of its kind' : 'the filter in the settings'
      const why =
        decision.verdict === 'false' ? 'does not let it through' : 'can only be decided by the directory itself'
      return `${decision.verdict === 'false' ? 'no' : 'unknown'}: ${whose} ${why}`
    }
    default:
      return assertNever(decision)
  }
}

function describeResource({ user, by }: ExplainedResource): string {
  return `${user.values.uid ?? user.id} (${user.id}), ${user.active ? 'active' : 'inactive'}, found by ${by}`
}

function* historyLines(history: readonly PastChange[]): Generator<string> {
  if (history.length === 0) yield 'History   nothing was planned for it so far'
  for (const [index, { planId, change, outcome }] of history.entries()) {
    const ended = outcome === null ? 'not applied' : outcome.kind === 'done' ? 'done' : outcome.message
    yield `${index === 0 ? 'History' : '       '}   plan ${planId}: ${change.kind}, ${ended}. ${describeChangeReason(change.reason)}`
  }
}
