import type { ObjectKind } from '../model/objectKind.ts'
import type { ObjectOutcome, ObjectReason, PlanObject } from '../model/plan.ts'
import { describeObjectReason } from './describeObjectReason.ts'
import { objectWord } from './outcomeWord.ts'
import type { PlanReport } from './planReport.ts'
import { printable } from './printable.ts'
import type { SectionItem } from './textSection.ts'

/** Reasons that say nothing of the one object: each stands once, above the names. */
const shared: ReadonlySet<ObjectReason['kind']> = new Set(['no-entry', 'not-created-here', 'over-cap'])

/**
 * The objects of one kind and outcome for a terminal: those with a reason of their own first. Refused pictures are left
 * to `refusedPictures`.
 */
export function* objectItems(
  report: Pick<PlanReport, 'objects'>,
  wanted: { readonly objectKind: ObjectKind; readonly outcome: ObjectOutcome },
): Generator<SectionItem> {
  const together = new Set<string>()
  for (const object of wantedObjects(report, wanted)) {
    const { kind } = object.reason
    if (shared.has(kind)) together.add(describeObjectReason(object))
    else if (kind !== 'picture-refused') yield [nameLine(object), `      ${printable(describeObjectReason(object))}`]
  }
  for (const sentence of together) {
    let above: readonly string[] = [`  ${sentence}.`]
    for (const object of wantedObjects(report, wanted)) {
      if (!shared.has(object.reason.kind) || describeObjectReason(object) !== sentence) continue
      yield [...above, nameLine(object)]
      above = []
    }
  }
}

function* wantedObjects(
  report: Pick<PlanReport, 'objects'>,
  { objectKind, outcome }: { readonly objectKind: ObjectKind; readonly outcome: ObjectOutcome },
): Generator<PlanObject> {
  for (const object of report.objects(outcome)) {
    if (object.objectKind === objectKind && object.outcome === outcome) yield object
  }
}

function nameLine(object: PlanObject): string {
  const { name, dn } = object
  const { sign, word } = objectWord(object)
  const where = dn === null || dn === name ? '' : `  ${dn}`
  return `  ${sign} ${word}  ${printable(name + where)}`
}
