import type { ExplainedEntry, ExplainedResource, Explanation, PastChange } from '../../app/api/explanation.ts'
import { assertNever } from '../../app/model/assertNever.ts'
import type { Outcome } from '../../app/model/change.ts'
import type { Link } from '../../app/model/link.ts'
import { describeChangeReason } from '../../app/report/describeChangeReason.ts'
import type { Decision } from '../../app/selection/selectEntry.ts'

/** An explanation in the order in which the decisions are taken. */
export function* explanationText({ who, entries, link, resource, history }: Explanation): Generator<string> {
  if (entries.length === 0) {
    yield `The directory has no entry for ${who}.`
    if (link) yield describeLink(link)
    yield resource ? `Store     ${describeResource(resource)}` : `Store     has no user of that name.`
    yield* historyLines(history)
    return
  }
  if (entries.length > 1) yield `${entries.length} entries answer to ${who}:`
  for (const entry of entries) yield* entryLines(entry)
}

function* entryLines(entry: ExplainedEntry): Generator<string> {
  const { dn, anchor, decision, rows, skipped } = entry
  yield `Found     ${dn}`
  yield `          anchor ${anchor}`
  yield `Selected  ${describeDecision(decision)}`
  if (decision.kind !== 'selected') return yield* rememberedLines(entry)
  if (skipped !== null) yield `Mapped    skipped: ${skipped}`
  for (const [index, { attribute, expression, inputs, text, validated }] of rows.entries()) {
    if (text === '' && inputs.every(({ values }) => values.length === 0)) continue
    const values = inputs.map(({ name, values: [first = ''] }) => `${name} = ${JSON.stringify(first)}`).join(', ')
    const result = validated.kind === 'valid' ? JSON.stringify(validated.value) : `left out: ${validated.problem}`
    yield `${index === 0 && skipped === null ? 'Mapped' : '      '}    ${attribute} ← ${expression}: ${result}  (${values})`
  }
  yield* rememberedLines(entry)
}

/** What connector and store know of the entry, whether it is selected or not. */
function* rememberedLines({ kind, link, resource, pending, isProtected, history }: ExplainedEntry): Generator<string> {
  yield describeLink(link)
  if (kind === 'user') {
    yield `Store     ${resource ? describeResource(resource) : 'no resource yet'}`
    yield* pendingLines(pending)
    yield `Guard     ${isProtected ? 'protected: never made inactive or deleted' : 'not on the list of protected users'}`
  }
  yield* historyLines(history)
}

function describeLink(link: Link | null): string {
  if (link === null) return 'Linked    not yet'
  const inactive = link.vanishedAt === null ? '' : `; its entry is gone, inactive since ${link.vanishedAt}`
  return `Linked    ${link.dn} to ${link.resourceId}${inactive}`
}

function* pendingLines(pending: ExplainedEntry['pending']): Generator<string> {
  if (pending === null) return
  const { attributes, before, after, active } = pending
  const shown = attributes.map((name) => `${name}: ${before[name] ?? 'nothing'} → ${after[name] ?? 'nothing'}`)
  if (active.before !== active.after) shown.unshift(active.after ? 'active again' : 'inactive')
  yield `Change    ${shown[0] ?? 'none, the store is equal'}`
  for (const line of shown.slice(1)) yield `          ${line}`
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

function describeResource({ user, by, otherDomain }: ExplainedResource): string {
  const owner = otherDomain === null ? '' : `; it belongs to ${otherDomain}, whose own connector keeps it`
  return `${user.values.uid ?? user.id} (${user.id}), ${user.active ? 'active' : 'inactive'}, found by ${by}${owner}`
}

function* historyLines(history: readonly PastChange[]): Generator<string> {
  if (history.length === 0) yield 'History   nothing was planned for it so far'
  for (const [index, { planId, change, outcome }] of history.entries()) {
    const ended = outcome === null ? 'not applied' : endedAs(outcome)
    yield `${index === 0 ? 'History' : '       '}   plan ${planId}: ${change.kind}, ${ended.replace(/\.+$/, '')}. ${describeChangeReason(change.reason)}`
  }
}

function endedAs(outcome: Outcome): string {
  if (outcome.kind !== 'done') return outcome.message
  return outcome.ignored.length === 0 ? 'done' : `done, but the store did not keep ${outcome.ignored.join(', ')}`
}
