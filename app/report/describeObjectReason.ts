import { assertNever } from '../model/assertNever.ts'
import type { ChangeKind } from '../model/change.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import type { ObjectReason, PlanObject } from '../model/plan.ts'
import { countedKind, number } from './counted.ts'
import { listed } from './listed.ts'
import { day } from './shownTime.ts'

const withheldChange = { deactivate: 'would be made inactive', delete: 'would be deleted' } as const

/** Why an object is left as it is, in one line for the administrator, with the remedy where there is one. */
export function describeObjectReason({ objectKind, reason }: Pick<PlanObject, 'objectKind' | 'reason'>): string {
  switch (reason.kind) {
    case 'equal':
      return objectKind === 'avatar' ? 'The same picture as was sent last' : 'Directory and store are equal'
    case 'no-entry':
      return 'No selected entry accounts for it; the setting mismatched says whether it is kept or deleted'
    case 'invalid':
      return `${invalidValue(reason)} Correct it in the directory, or change mapping.${reason.attribute}.`
    case 'same-value':
      return sameValue(reason)
    case 'resource-taken':
      return `Its name belongs to the resource ${reason.resourceId} of ${reason.ownerDn}: neither is touched until one of them changes, or the directory can be read whole`
    case 'other-domain':
      return otherDomain(reason)
    case 'no-mark':
      return `No selected entry accounts for it, and it does not bear the mark of ${reason.domain}: it may be another domain's, so it is not deleted`
    case 'several-resources':
      return `${number(reason.resourceIds.length)} resources in the store fit ${reason.value} (${listed(reason.resourceIds)}): keep one of them there, rename or delete the others`
    case 'not-seen':
      return `Not seen in an incomplete read; was ${reason.lastDn}. It stays as it is until the directory can be read whole.`
    case 'protected':
      return `Protected: ${withheldChange[reason.withheld]}, but guards.protected names it`
    case 'administrator':
      return `An administrator of the store: ${withheldChange[reason.withheld]}, but never is while it holds that role there`
    case 'waiting-for-deletion':
      return `Inactive since ${day(reason.vanishedAt)}; will be deleted after ${day(reason.deletedAfter)} unless its entry comes back`
    case 'set-aside':
      return `Set aside until ${reason.nextTry}: ${attempt(objectKind, reason.change)} has failed before (${reason.problem})`
    case 'changed-since':
      return `Changed since that run: ${listed(reason.attributes)}; it is left as it is`
    case 'as-before':
      return 'As it was before that run'
    case 'gone-since':
      return 'Gone from the store since that run; there is nothing left to take back'
    case 'replaced-since':
      return `The resource ${reason.resourceId} stands for its entry or has its name since that run; nothing is made again beside it`
    case 'not-created-here':
      return 'Was not created by this connector, and is never touched'
    case 'over-cap':
      return `Not created: the store holds at most ${countedKind(reason.cap, objectKind)}`
    case 'picture-refused':
      return `${reason.problem} ${reason.remedy}`.trim()
    default:
      return assertNever(reason)
  }
}

function attempt(objectKind: ObjectKind, change: ChangeKind): string {
  if (objectKind !== 'avatar') return `its ${change}`
  return change === 'delete' ? 'removing it' : 'sending it'
}

function otherDomain({ domain, resourceId }: Extract<ObjectReason, { kind: 'other-domain' }>): string {
  if (resourceId === null) {
    return `Its name is one of ${domain} (organization.otherDomains): it is left to the connector of that domain`
  }
  return `The resource ${resourceId} belongs to ${domain}: the connector of that domain keeps it, this one never touches it`
}

function sameValue({ value, otherDns }: Extract<ObjectReason, { kind: 'same-value' }>): string {
  const untouched =
    otherDns.length === 1 ? 'neither is touched until one of them changes' : 'none of them is touched until they differ'
  return `Same ${value} as ${listed(otherDns)}: ${untouched}`
}

/** The problem is a sentence of its own, which mostly names the attribute already. */
function invalidValue({ attribute, problem }: Extract<ObjectReason, { kind: 'invalid' }>): string {
  const sentence = problem.startsWith(attribute) ? problem : `${attribute}: ${problem}`
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}
