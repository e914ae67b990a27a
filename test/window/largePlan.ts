import { PlanDigest } from '../../app/plan/digest.ts'
import type { PlanItem } from '../../app/plan/planItem.ts'
import { Tally } from '../../app/plan/tally.ts'
import type { Settings } from '../../app/settings/schema.ts'
import { planSettingsDigest } from '../../app/settings/settingsDigest.ts'
import { openState } from '../../app/state/sqlite/openState.ts'

const rows = 100_000
const givenNames = ['Anna', 'Ben', 'Carla', 'Deniz', 'Eva', 'Finn', 'Gül', 'Henri', 'Ines', 'Jörg']
const surnames = ['Ahrens', 'Böhm', 'Çelik', 'Dietze', 'Ebert', 'Frank', 'Groß', 'Hansen', 'Ivanova', 'Jung', 'Köhler']
const places = ['Hamburg', 'Leipzig', 'Kiel', 'Bremen']
const baseDn = 'DC=nordwind,DC=example'

/** Saves a plan of 100,000 people straight into a state: most are new, some change, some leave, some are equal. */
export function saveLargePlan(dataFolder: string, settings: Settings): void {
  const now = new Date()
  const state = openState({ folder: dataFolder, access: 'write', purpose: 'test', now })
  try {
    const run = state.runs.start('dry-run', now)
    const none = { read: 0, selected: 0 }
    const people = { read: rows, selected: rows }
    const tally = new Tally({ user: people, room: none, group: none, contact: none, avatar: none })
    const digest = new PlanDigest()
    const counted = function* (): Generator<PlanItem> {
      for (let number = 1; number <= rows; number += 1) {
        const item = itemOf(number)
        tally.add(item)
        if (item.kind === 'change') digest.add(item.change)
        yield item
      }
    }
    const planId = state.plans.save(run.id, counted(), () => ({
      basis: { kind: 'full' },
      createdAt: now.toISOString(),
      status: 'pending',
      digest: digest.value(),
      settingsDigest: planSettingsDigest(settings),
      complete: true,
      gaps: [],
      warnings: [],
      halted: [],
      counts: tally.counts,
      membersOutside: 0,
    }))
    state.runs.setPlan(run.id, planId)
    state.runs.end(run.id, { status: 'planned', counts: tally.counts, error: null }, now)
  } finally {
    state.close()
  }
}

function itemOf(number: number): PlanItem {
  const given = givenNames[number % givenNames.length]
  const surname = surnames[number % surnames.length]
  const place = places[number % places.length]
  const name = `person-${String(number).padStart(6, '0')}@nordwind.example`
  const common = {
    objectKind: 'user',
    name,
    dn: `CN=${given} ${surname} ${number},OU=${place},${baseDn}`,
    anchor: `anchor-${number}`,
  } as const
  const existing = { ...common, baseDn, resourceId: `resource-${number}`, version: null }
  const title = `Engineer ${number % 90}`
  if (number % 20 === 0)
    return {
      kind: 'object',
      object: { ...common, outcome: 'matched', resourceId: `resource-${number}`, reason: { kind: 'equal' } },
    }
  if (number % 10 === 1)
    return {
      kind: 'change',
      change: {
        ...existing,
        kind: 'update',
        before: { values: { title: 'Trainee' } },
        after: { values: { title } },
        reason: { kind: 'differs', attributes: ['title'] },
      },
    }
  if (number % 100 === 2)
    return {
      kind: 'change',
      change: {
        ...existing,
        kind: 'deactivate',
        before: { active: true },
        after: { active: false },
        reason: { kind: 'vanished', lastDn: common.dn },
      },
    }
  return {
    kind: 'change',
    change: {
      ...common,
      kind: 'create',
      baseDn,
      resourceId: null,
      version: null,
      before: null,
      after: { active: true, values: { uid: name, displayName: `${given} ${surname}`, title } },
      reason: { kind: 'new-in-selection', baseDn },
    },
  }
}
