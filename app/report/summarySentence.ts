import { assertNever } from '../model/assertNever.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import type { Counts, KindCounts, PlanHeader, PlanStatus } from '../model/plan.ts'
import { basisSentence } from './basisSentence.ts'
import { counted, countedKind, number } from './counted.ts'

/**
 * The plan in a few short sentences: first what keeps it from being relied on (a halt, gaps, a certificate that nobody
 * verified), then the numbers. `412 people would be added, 9 changed. Nothing is deleted. Read complete, 12,411 entries.`
 * @param counts what is planned, or after applying what the store confirmed
 */
export function summarySentence(header: PlanHeader, counts: Counts = header.counts): string {
  const { users, groups } = counts
  const entries = counted(users.read + groups.read, 'entry', 'entries')
  const incomplete = `The directory could not be read whole (${counted(header.gaps.length, 'gap')}, ${entries} read): nobody is taken away for not being seen.`
  const sentences = [
    standing(header),
    header.basis.kind === 'undo' ? `This takes back run ${header.basis.runId}.` : '',
    header.complete ? '' : incomplete,
    header.warnings.some(isVerificationOff) ? "The directory's certificate was not verified." : '',
    ...changeSentences(header, counts),
    basisSentence(header, users.read + groups.read),
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** Whether a warning says that anybody could have posed as the directory; every report has to begin with that. */
export function isVerificationOff(warning: Finding): boolean {
  return warning.subject.endsWith('tls.verify')
}

function standing({ status, halted }: PlanHeader): string {
  switch (status) {
    case 'pending':
      return ''
    case 'halted':
      return `Halted for ${counted(halted.length, 'reason')}: nothing was written.`
    case 'applied':
      return 'Applied.'
    case 'partly-applied':
      return 'Partly applied: some changes failed, were not tried or were not kept by the store.'
    default:
      return assertNever(status)
  }
}

function nothingToTakeBack({ users, groups }: Counts): string {
  const skipped = users.skipped + groups.skipped
  const left = skipped > 0 ? ` ${counted(skipped, 'object is', 'objects are')} left alone, each with its reason.` : ''
  return `Nothing is left to take back.${left}`
}

const wordings: Readonly<Record<PlanStatus, readonly [one: string, several: string, deleted: string]>> = {
  pending: ['would be', 'would be', 'is'],
  halted: ['would be', 'would be', 'is'],
  applied: ['was', 'were', 'was'],
  'partly-applied': ['was', 'were', 'was'],
}

function changeSentences({ status, complete, basis }: PlanHeader, counts: Counts): readonly string[] {
  const [one, several, deleted] = wordings[status]
  const sentences = [kindSentence('user', counts.users), kindSentence('group', counts.groups)].filter(
    (text) => text !== '',
  )
  if (sentences.length === 0) {
    if (status === 'halted') return []
    if (status === 'partly-applied') return ['Nothing was changed.']
    if (!complete) return ['Nothing to change in what was read.']
    if (basis.kind === 'undo') return [nothingToTakeBack(counts)]
    const looked = counts.users.matched + counts.groups.matched
    if (basis.kind === 'changes' && looked === 0) return ['Nothing to change.']
    const kinds = [countedKind(counts.users.matched, 'user')]
    if (counts.groups.matched > 0) kinds.push(countedKind(counts.groups.matched, 'group'))
    const verb = counts.users.matched + counts.groups.matched === 1 ? 'is' : 'are'
    const open = counts.users.conflicts + counts.groups.conflicts + counts.users.skipped + counts.groups.skipped
    const held = open > 0 ? ` ${counted(open, 'object is', 'objects are')} held back or skipped.` : ''
    return [`Nothing to change: ${kinds.join(' and ')} ${verb} equal.${held}`]
  }
  const isNothingDeleted = counts.users.delete + counts.groups.delete === 0
  return isNothingDeleted ? [...sentences, `Nothing ${deleted} deleted.`] : sentences

  function kindSentence(kind: EntryKind, of: KindCounts): string {
    const parts: ReadonlyArray<readonly [number, string]> = [
      [of.create, 'added'],
      [of.update, 'changed'],
      [of.deactivate, 'made inactive'],
      [of.reactivate, 'made active again'],
      [of.delete, 'deleted'],
    ]
    const [first, ...others] = parts.filter(([count]) => count > 0)
    if (!first) return ''
    const [count, fate] = first
    const rest = others.map(([more, word]) => `, ${number(more)} ${word}`).join('')
    return `${countedKind(count, kind)} ${count === 1 ? one : several} ${fate}${rest}.`
  }
}
