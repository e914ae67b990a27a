import { assertNever } from '../model/assertNever.ts'
import type { Finding } from '../model/finding.ts'
import { type ObjectKind, objectKinds, plural } from '../model/objectKind.ts'
import type { Counts, KindCounts, PlanHeader } from '../model/plan.ts'
import { basisSentence } from './basisSentence.ts'
import { counted, countedKind, number } from './counted.ts'
import { countSentences } from './countSentences.ts'
import { kindWords } from './kindWords.ts'
import { listed } from './listed.ts'
import type { OverCap } from './overCaps.ts'

/**
 * The plan in a few short sentences: first what keeps it from being relied on (a halt, gaps, a certificate that nobody
 * verified), then the numbers. `412 people would be added, 9 changed. Nothing is deleted. Read complete, 12,411 entries.`
 * @param counts what is planned, or after applying what the store confirmed
 * @param overCap what is left out because the store holds no more
 */
export function summarySentence(
  header: PlanHeader,
  counts: Counts = header.counts,
  overCap: readonly OverCap[] = [],
): string {
  const read = sumOf(counts, entryObjects, 'read')
  const entries = counted(read, 'entry', 'entries')
  const incomplete = `The directory could not be read whole (${counted(header.gaps.length, 'gap')}, ${entries} read): nobody is taken away for not being seen.`
  const sentences = [
    standing(header),
    header.basis.kind === 'undo' ? `This takes back run ${header.basis.runId}.` : '',
    header.complete ? '' : incomplete,
    header.warnings.some(isVerificationOff) ? "The directory's certificate was not verified." : '',
    ...changeSentences(header, counts, overCap),
    ...overCap.map(overCapSentence),
    basisSentence(header, read),
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

/** All but pictures: what is read of the directory, and stands for itself. */
const entryObjects: readonly ObjectKind[] = objectKinds.filter((kind) => kind !== 'avatar')

function sumOf(counts: Counts, kinds: readonly ObjectKind[], what: keyof KindCounts): number {
  return kinds.reduce((sum, kind) => sum + counts[plural[kind]][what], 0)
}

function overCapSentence({ objectKind, cap, count }: OverCap): string {
  const { several } = kindWords[objectKind]
  const left = `${countedKind(count, objectKind)} ${count === 1 ? 'is' : 'are'} left out`
  return `${left}, because the store holds at most ${number(cap)}: narrow selection.${several} to those that are needed.`
}

function nothingToTakeBack(counts: Counts): string {
  const skipped = sumOf(counts, objectKinds, 'skipped')
  const left = skipped > 0 ? ` ${counted(skipped, 'object is', 'objects are')} left alone, each with its reason.` : ''
  return `Nothing is left to take back.${left}`
}

function changeSentences(header: PlanHeader, counts: Counts, overCap: readonly OverCap[]): readonly string[] {
  const wording = header.status === 'pending' || header.status === 'halted' ? 'planned' : 'done'
  const sentences = countSentences(counts, wording)
  if (sentences.length === 0) return nothingChanges(header, counts, overCap)
  if (sumOf(counts, entryObjects, 'delete') > 0) return sentences
  const deleted = wording === 'planned' ? 'is' : 'was'
  return [...sentences, `Nothing ${counts.avatars.delete > 0 ? 'else ' : ''}${deleted} deleted.`]
}

function nothingChanges(
  { status, complete, basis }: PlanHeader,
  counts: Counts,
  overCap: readonly OverCap[],
): readonly string[] {
  if (status === 'halted') return []
  if (status === 'partly-applied') return ['Nothing was changed.']
  if (!complete) return ['Nothing to change in what was read.']
  if (basis.kind === 'undo') return [nothingToTakeBack(counts)]
  const looked = sumOf(counts, objectKinds, 'matched')
  if (basis.kind === 'changes' && looked === 0) return ['Nothing to change.']
  const equal = objectKinds.filter((kind) => counts[plural[kind]].matched > 0)
  const kinds = equal.map((kind) => countedKind(counts[plural[kind]].matched, kind))
  const verb = looked === 1 ? 'is' : 'are'
  return [
    `Nothing to change: ${kinds.length === 0 ? countedKind(0, 'user') : listed(kinds)} ${verb} equal.`,
    ...heldSentences(counts, overCap),
  ]
}

/** What is not equal, and not changed either. What the store has no room for has a sentence of its own. */
function heldSentences(counts: Counts, overCap: readonly OverCap[]): readonly string[] {
  const leftOut = overCap.reduce((sum, { count }) => sum + count, 0)
  const held = sumOf(counts, objectKinds, 'conflicts') + sumOf(counts, entryObjects, 'skipped') - leftOut
  const refused = counts.avatars.skipped
  return [
    held > 0 ? `${counted(held, 'object is', 'objects are')} held back or skipped.` : '',
    refused > 0 ? `${counted(refused, 'picture is', 'pictures are')} refused.` : '',
  ].filter((sentence) => sentence !== '')
}
