import type { EntryKind } from '../model/entry.ts'
import { entryKinds } from '../model/entry.ts'
import { join } from './join.ts'
import { planGroup, planUnaccountedGroup, planVanishedGroup } from './planGroup.ts'
import type { PlanItem } from './planItem.ts'
import type { HeldEntry, Join, JoinFacts, PlanningData } from './planningData.ts'
import { planUser } from './planUser.ts'
import { planUnaccountedUser, planVanishedUser } from './planVanishedUser.ts'
import type { PlanPolicy } from './policy.ts'
import { unlessOthers } from './unlessOthers.ts'
import { withManagerNames } from './withManagerNames.ts'
import { withoutWaiting } from './withoutWaiting.ts'

/**
 * Computes the plan: one pass over the gathered facts, page by page, in a stable order (DC-31). Nothing is held in
 * memory but the page at hand.
 * @param kinds the kinds that the settings select; the others are not looked at
 * @returns every change, every object that is not changed, and every note, as they are found
 */
export function* plan(data: PlanningData, kinds: readonly EntryKind[], policy: PlanPolicy): Generator<PlanItem> {
  const planned = entryKinds.filter((kind) => kinds.includes(kind))
  for (const kind of planned) joinAll(data, kind, policy)
  yield* withoutWaiting(planKinds(data, planned, policy), policy)
}

function* planKinds(data: PlanningData, planned: readonly EntryKind[], policy: PlanPolicy): Generator<PlanItem> {
  for (const kind of planned) {
    for (const page of data.heldEntries(kind)) for (const entry of page) yield heldItem(entry)
    if (kind === 'user') {
      for (const page of data.userPairs()) {
        for (const pair of page) yield* withManagerNames(planUser(pair, policy), data)
      }
      for (const page of data.vanishedUsers()) for (const user of page) yield* planVanishedUser(user, policy)
      for (const page of data.unaccountedUsers()) for (const user of page) yield* planUnaccountedUser(user, policy)
    } else {
      for (const page of data.groupPairs()) for (const pair of page) yield* planGroup(pair, data, policy)
      for (const page of data.vanishedGroups()) for (const group of page) yield* planVanishedGroup(group, data, policy)
      for (const page of data.unaccountedGroups())
        for (const group of page) yield* planUnaccountedGroup(group, data, policy)
    }
  }
}

/** Finds the resource of every desired object first: references and members need all of them. */
function joinAll(data: PlanningData, kind: EntryKind, policy: PlanPolicy): void {
  for (const page of data.joinFacts(kind)) {
    data.saveJoins(
      kind,
      page.map((facts) => ({
        anchor: facts.anchor,
        join: unlessWaiting(
          facts,
          unlessOthers(facts, join(facts, policy.complete), kind, data, policy),
          kind,
          data,
          policy,
        ),
      })),
    )
  }
}

/** A creation that has failed and is not due again is held back, unless the object is to be another one meanwhile. */
function unlessWaiting(
  { anchor }: JoinFacts,
  found: Join,
  kind: EntryKind,
  data: PlanningData,
  policy: PlanPolicy,
): Join {
  if (found.kind !== 'create') return found
  const waiting = policy.waiting(kind, anchor)
  if (waiting?.change !== 'create' || waiting.digest !== data.wantedDigest(kind, anchor)) return found
  const { message: problem, nextTryAt: nextTry } = waiting
  return { kind: 'held', outcome: 'skipped', reason: { kind: 'set-aside', change: 'create', problem, nextTry } }
}

function heldItem(entry: HeldEntry): PlanItem {
  const { kind, outcome, name, dn, anchor, reason } = entry
  return { kind: 'object', object: { outcome, objectKind: kind, name, dn, anchor, resourceId: null, reason } }
}
