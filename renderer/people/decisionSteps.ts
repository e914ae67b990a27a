import type { ExplainedEntry, ExplainedPicture } from '../../app/api/explain/explanation.ts'
import type { RowTrace } from '../../app/mapping/traceRows.ts'
import { texts } from '../texts/texts.ts'
import type { DecisionStep } from './decisionStep.ts'
import { pendingChanges } from './pendingChanges.ts'
import { shownRows } from './shownRows.ts'
import { hasResource, otherDomainOf } from './verdict.ts'

/** Every decision about an entry, in the order in which they are taken (DC-43). */
export function decisionSteps(entry: ExplainedEntry): readonly DecisionStep[] {
  const { anchor: anchorOf, room: roomOf } = texts.people
  const isSelected = entry.kindIs === 'synchronized' && entry.decision.kind === 'selected'
  const { room, dn, anchor, group, picture, kind } = entry
  return [
    { name: 'found', mark: 'good', sentences: [dn, anchorOf(anchor)] },
    selectedStep(entry),
    ...(isSelected && room ? [step('room', 'plain', roomOf(room.attribute, room.value))] : []),
    ...(isSelected ? [valuesStep(entry)] : []),
    matchStep(entry),
    ...(group ? [membersStep(group)] : []),
    ...(kind === 'user' ? [guardStep(entry)] : []),
    changeStep(entry, isSelected),
    ...(picture ? [pictureStep(picture)] : []),
  ]
}

function step(name: DecisionStep['name'], mark: DecisionStep['mark'], ...sentences: readonly string[]): DecisionStep {
  return { name, mark, sentences: sentences.filter((sentence) => sentence !== '') }
}

function selectedStep({ kind, kindIs, decision }: ExplainedEntry): DecisionStep {
  const { selected, kindNames } = texts.people
  if (kindIs !== 'synchronized') return step('selected', 'stop', selected[kindIs](kindNames[kind]))
  switch (decision.kind) {
    case 'selected':
      return step('selected', 'good', selected.yes(decision.baseDn), selected.filters)
    case 'outside-bases':
      return step('selected', 'stop', selected.outside)
    case 'excluded':
      return step('selected', 'stop', selected.excluded(decision.excludeDn), selected.filteredBase(decision.baseDn))
    case 'filtered': {
      const { by, verdict, baseDn } = decision
      const sentence = verdict === 'false' ? selected.filtered[by] : selected.undecided[by]
      return step('selected', verdict === 'false' ? 'stop' : 'unsure', sentence, selected.filteredBase(baseDn))
    }
  }
}

function valuesStep({ rows, skipped, group }: ExplainedEntry): DecisionStep {
  const { values } = texts.people
  if (skipped !== null) return step('values', 'stop', values.skipped(skipped))
  if (group) return step('values', 'good', values.groupName(group.name ?? ''))
  const { filled, leftOut, noted } = shownRows(rows)
  const count = filled.length - leftOut.length
  const names = (some: readonly RowTrace[]) => some.map(({ attribute }) => attribute)
  return step(
    'values',
    'good',
    count === 0 ? values.none : values.summary(count),
    leftOut.length > 0 ? values.left(names(leftOut)) : '',
    noted.length > 0 ? values.noted(names(noted)) : '',
  )
}

function matchStep(entry: ExplainedEntry): DecisionStep {
  const { match } = texts.people
  const { kind, link, resource, rivals, contact, group } = entry
  const linked = link ? match.linked(link.resourceId) : match.notLinked
  const domain = otherDomainOf(entry)
  if (kind === 'contact' && contact) {
    if (contact.resource) {
      return step('match', 'good', `${match.contact(contact.resource)}, ${match.createdHere}`, linked)
    }
    return step('match', contact.join?.kind === 'held' ? 'stop' : 'plain', match.ownContact(contact), linked)
  }
  const found = resource ? match.resource(resource) : group?.resource ? match.group(group.resource) : null
  if (rivals.length > 0) return step('match', 'stop', match.rivals(rivals), found ?? match.none, linked)
  if (found === null) return step('match', 'plain', kind === 'group' ? match.noGroup : match.none, linked)
  return step(
    'match',
    domain === null ? 'good' : 'stop',
    found,
    linked,
    domain === null ? '' : match.otherDomain(domain),
    resource?.user.administrator ? match.administrator : '',
  )
}

function membersStep({ members, nesting, memberOfItself }: NonNullable<ExplainedEntry['group']>): DecisionStep {
  const { read, linked, circle, nesting: nestings } = texts.people.members
  const hasGroups = (members.groups ?? 0) > 0 || memberOfItself !== null
  return step(
    'members',
    'plain',
    read(members.read),
    members.linked === null || members.groups === null || members.read === 0
      ? ''
      : linked(members.linked, members.groups),
    hasGroups ? nestings[nesting] : '',
    memberOfItself ? circle(memberOfItself.through) : '',
  )
}

function guardStep({ isProtected }: ExplainedEntry): DecisionStep {
  const { guard } = texts.people
  return step('guard', isProtected ? 'good' : 'plain', isProtected ? guard.protected : guard.free)
}

function changeStep(entry: ExplainedEntry, isSelected: boolean): DecisionStep {
  const { change } = texts.people
  const { kind, link, skipped, rivals, contact, kindIs } = entry
  if (!isSelected) {
    const leaves = kindIs === 'synchronized' && link !== null && link.vanishedAt === null
    return step('change', 'plain', leaves ? change.leaves : change.nothingDecided)
  }
  if (skipped !== null || rivals.length > 0 || otherDomainOf(entry) !== null || contact?.join?.kind === 'held') {
    return step('change', 'plain', change.nothingDecided)
  }
  if (!hasResource(entry)) return step('change', 'plain', change.adds)
  const { length } = pendingChanges(entry)
  const aside = kind === 'group' ? change.membersAside : kind === 'user' ? change.managerAside : ''
  if (length > 0) return step('change', 'plain', change.count(length), aside)
  return step('change', 'good', kind === 'group' ? change.noneOfName : change.none, aside)
}

function pictureStep(picture: ExplainedPicture): DecisionStep {
  const words = texts.people.picture
  if (picture.kind === 'not-sent') {
    return step('picture', 'plain', words.notSent(picture.finding.message, picture.finding.remedy))
  }
  const { place, found, sent, change, told } = picture
  const sentLast = sent ? words.sent(told.sent ?? '') : words.neverSent
  if (found.kind !== 'photo') {
    const { message, remedy } = found.problem
    const what = found.kind === 'none' ? words.none(place, message) : words.refused(place, message, remedy)
    const next = found.kind === 'refused' && sent ? words.leftInPlace : words.nothing
    const mark = found.kind === 'refused' ? 'stop' : 'plain'
    return step('picture', mark, what, sentLast, change ? words.wouldRemove(told.change ?? '') : next)
  }
  const next = change ? words.would(told.change ?? '') : words.same
  return step('picture', change ? 'plain' : 'good', words.found(place, told.found ?? ''), sentLast, next)
}
