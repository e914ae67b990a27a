import type { ExplainedEntry, ExplainedResource, Explanation, PastChange } from '../../app/api/explain/explanation.ts'
import type { Validated } from '../../app/mapping/validate/validated.ts'
import { assertNever } from '../../app/model/assertNever.ts'
import type { Change, Outcome } from '../../app/model/change.ts'
import type { Link } from '../../app/model/link.ts'
import { plural } from '../../app/model/objectKind.ts'
import { describeChangeReason } from '../../app/report/describeChangeReason.ts'
import { listed } from '../../app/report/listed.ts'
import { changeWord } from '../../app/report/outcomeWord.ts'
import type { Decision } from '../../app/selection/selectEntry.ts'
import { contactLine, describeContact } from './contactLine.ts'
import { groupLines } from './groupLines.ts'
import { pictureLines } from './pictureLines.ts'

/** An explanation in the order in which the decisions are taken. */
export function* explanationText(explanation: Explanation): Generator<string> {
  const { who, entries } = explanation
  if (entries.length === 0) return yield* absenceLines(explanation)
  if (entries.length > 1) yield `${entries.length} entries answer to ${who}:`
  for (const entry of entries) yield* entryLines(entry)
}

function* absenceLines({ who, link, resource, contact, history }: Explanation): Generator<string> {
  yield `The directory has no entry for ${who}.`
  if (link) yield describeLink(link)
  if (resource) yield `Store     ${describeResource(resource)}`
  else yield `Store     ${contact ? describeContact(contact) : 'has no user of that name.'}`
  yield* historyLines(history)
}

function* entryLines(entry: ExplainedEntry): Generator<string> {
  const { dn, anchor, decision, room, kindIs, group } = entry
  yield `Found     ${dn}`
  yield `          anchor ${anchor}`
  yield `Selected  ${kindIs === 'synchronized' ? describeDecision(decision) : describeKind(entry)}`
  if (kindIs === 'synchronized' && decision.kind === 'selected') {
    if (room) yield `Room      yes, by ${room.attribute} = ${JSON.stringify(room.value)}; always active`
    yield* mappingLines(entry)
  }
  yield describeLink(entry.link)
  if (group) yield* groupLines(group)
  yield* resourceLines(entry)
  yield* historyLines(entry.history)
}

function describeKind({ kind, kindIs }: ExplainedEntry): string {
  return kindIs === 'not-kept'
    ? `no: the store keeps no ${plural[kind]}`
    : `no: ${plural[kind]} are switched off in the settings`
}

function* mappingLines({ rows, skipped, group }: ExplainedEntry): Generator<string> {
  if (skipped !== null) yield `Mapped    skipped: ${skipped}`
  else if (group) yield `Mapped    displayName ← cn: ${JSON.stringify(group.name)}`
  for (const [index, { attribute, expression, inputs, text, validated }] of rows.entries()) {
    if (text === '' && inputs.every(({ values }) => values.length === 0)) continue
    const values = inputs.map(({ name, values: [first = ''] }) => `${name} = ${JSON.stringify(first)}`).join(', ')
    const result = describeValidated(validated)
    yield `${index === 0 && skipped === null ? 'Mapped' : '      '}    ${attribute} ← ${expression}: ${result}  (${values})`
  }
}

function describeValidated(validated: Validated): string {
  if (validated.kind === 'invalid') return `left out: ${validated.problem}`
  const value = JSON.stringify(validated.value)
  return validated.note === undefined ? value : `${value}, because the value ${validated.note}`
}

/** What connector and store know of a user, room or contact, whether it is selected or not. */
function* resourceLines({
  kind,
  resource,
  contact,
  rivals,
  pending,
  isProtected,
  picture,
}: ExplainedEntry): Generator<string> {
  if (contact) yield contactLine(contact)
  if (kind === 'user') yield `Store     ${resource ? describeResource(resource) : 'no resource yet'}`
  if (rivals.length > 0) yield `Conflict  the same uid as ${listed(rivals)}: none of them is touched until they differ`
  yield* pendingLines(pending)
  if (kind === 'user') {
    yield `Guard     ${isProtected ? 'protected: never made inactive or deleted' : 'not on the list of protected users'}`
  }
  if (picture) yield* pictureLines(picture)
}

function describeLink(link: Link | null): string {
  if (link === null) return 'Linked    not yet'
  const inactive = link.vanishedAt === null ? '' : `; its entry is gone, inactive since ${link.vanishedAt}`
  return `Linked    ${link.dn} to ${link.resourceId}${inactive}`
}

function* pendingLines(pending: ExplainedEntry['pending']): Generator<string> {
  if (pending === null) return
  const { attributes, before, after, active } = pending
  const shown = attributes.map((name) => {
    if (name === 'room') return after.room === 'room' ? 'becomes a room' : 'becomes an ordinary user'
    return `${name}: ${before[name] ?? 'nothing'} → ${after[name] ?? 'nothing'}`
  })
  if (active !== null && active.before !== active.after) shown.unshift(active.after ? 'active again' : 'inactive')
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
  const room = user.values.room === 'room' ? ', a room' : ''
  return `${user.values.uid ?? user.id} (${user.id})${room}, ${user.active ? 'active' : 'inactive'}, found by ${by}${owner}`
}

function* historyLines(history: readonly PastChange[]): Generator<string> {
  if (history.length === 0) yield 'History   nothing was planned for it so far'
  for (const [index, { planId, change, outcome }] of history.entries()) {
    const ended = outcome === null ? 'not applied' : endedAs(outcome)
    yield `${index === 0 ? 'History' : '       '}   plan ${planId}: ${deed(change)}, ${ended.replace(/\.+$/, '')}. ${describeChangeReason(change)}`
  }
}

/** Under the name of a person stands also what was planned for their picture. */
function deed(change: Change): string {
  return change.objectKind === 'avatar' ? `${changeWord(change).word} picture` : change.kind
}

function endedAs(outcome: Outcome): string {
  if (outcome.kind !== 'done') return outcome.message
  return outcome.ignored.length === 0 ? 'done' : `done, but the store did not keep ${outcome.ignored.join(', ')}`
}
