import { assertNever } from '../model/assertNever.ts'
import { type EntryKind, entryKinds } from '../model/entry.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import { join } from './join.ts'
import { joinContact } from './joinContact.ts'
import { noteCycles } from './noteCycles.ts'
import { planAvatar } from './planAvatar.ts'
import { planContact, planVanishedContact, unaccountedContact } from './planContact.ts'
import { planGroup, planUnaccountedGroup, planVanishedGroup } from './planGroup.ts'
import type { PlanItem } from './planItem.ts'
import type { HeldEntry, Join, JoinFacts, PlanningData } from './planningData.ts'
import { planUser } from './planUser.ts'
import { planUnaccountedUser, planVanishedUser } from './planVanishedUser.ts'
import type { ContactPolicy, PlanPolicy } from './policy.ts'
import { unlessOthers } from './unlessOthers.ts'
import { withinCap } from './withinCap.ts'
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
    switch (kind) {
      case 'user':
        yield* planUsers(data, policy)
        break
      case 'group':
        yield* planGroups(data, policy)
        break
      case 'contact':
        yield* planContacts(data, policy)
        break
      default:
        assertNever(kind)
    }
  }
  if (policy.pictures === 'none') return
  for (const page of data.avatarPairs()) for (const pair of page) yield* planAvatar(pair, policy)
}

function* planUsers(data: PlanningData, policy: PlanPolicy): Generator<PlanItem> {
  for (const page of data.userPairs()) for (const pair of page) yield* withManagerNames(planUser(pair, policy), data)
  for (const page of data.vanishedUsers()) for (const user of page) yield* planVanishedUser(user, policy)
  for (const page of data.unaccountedUsers()) for (const user of page) yield* planUnaccountedUser(user, policy)
}

function* planGroups(data: PlanningData, policy: PlanPolicy): Generator<PlanItem> {
  for (const page of data.groupPairs()) for (const pair of page) yield* planGroup(pair, data, policy)
  for (const page of data.vanishedGroups()) for (const group of page) yield* planVanishedGroup(group, data, policy)
  for (const page of data.unaccountedGroups())
    for (const group of page) yield* planUnaccountedGroup(group, data, policy)
  yield* noteCycles(data)
}

function* planContacts(data: PlanningData, policy: PlanPolicy): Generator<PlanItem> {
  const { contacts } = policy
  if (contacts === null) return
  for (const page of data.contactPairs()) for (const pair of page) yield* planContact(pair, contacts)
  for (const page of data.vanishedContacts()) for (const contact of page) yield* planVanishedContact(contact, policy)
  for (const page of data.unaccountedContacts()) for (const contact of page) yield unaccountedContact(contact)
}

/** Finds the resource of every desired object first: references and members need all of them. */
function joinAll(data: PlanningData, kind: EntryKind, policy: PlanPolicy): void {
  if (kind === 'contact') {
    const capped = withinCap(capAfterLeaving(data, policy))
    for (const page of data.contactFacts()) {
      data.saveJoins(
        kind,
        page.map((facts) => ({
          anchor: facts.anchor,
          join: capped(unlessWaiting(facts, joinContact(facts), kind, data, policy)),
        })),
      )
    }
    return
  }
  for (const page of data.joinFacts(kind)) {
    data.saveJoins(
      kind,
      page.map((facts) => ({
        anchor: facts.anchor,
        join: unlessWaiting(
          facts,
          unlessOthers(facts, join(facts, policy.complete), kind, data, policy),
          facts.objectKind,
          data,
          policy,
        ),
      })),
    )
  }
}

/** What leaves is deleted before anything is created, and makes room for it. */
function capAfterLeaving(data: PlanningData, policy: PlanPolicy): ContactPolicy['cap'] {
  const cap = policy.contacts?.cap ?? null
  if (cap === null || !policy.complete) return cap
  let { held } = cap
  for (const page of data.vanishedContacts()) {
    for (const { link, current } of page) {
      if (current !== null && policy.waiting('contact', link.anchor) === null) held -= 1
    }
  }
  return { ...cap, held }
}

/** A creation that has failed and is not due again is held back, unless the object is to be another one meanwhile. */
function unlessWaiting(
  { anchor }: Pick<JoinFacts, 'anchor'>,
  found: Join,
  kind: ObjectKind,
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
  const { objectKind, outcome, name, dn, anchor, reason } = entry
  return { kind: 'object', object: { outcome, objectKind, name, dn, anchor, resourceId: null, reason } }
}
