import type { Change, Outcome } from '../../app/model/change.ts'
import { noCounts } from '../../app/model/noCounts.ts'
import type { Counts, KindCounts, PlanHeader, PlanNote, PlanObject } from '../../app/model/plan.ts'
import type { PlanReport } from '../../app/report/planReport.ts'
import type { RecordedChange } from '../../app/state/state.ts'
import { fabricatedChange } from './fabricatedChange.ts'
import { fabricatedKinds } from './fabricatedKinds.ts'

export function fabricatedHeader(parts: Partial<PlanHeader> = {}): PlanHeader {
  return {
    basis: { kind: 'full' },
    id: 12,
    runId: 30,
    createdAt: '2026-11-14T10:33:20.000Z',
    status: 'pending',
    digest: 'd1',
    settingsDigest: 's1',
    complete: true,
    gaps: [],
    warnings: [],
    halted: [],
    counts: fabricatedCounts({}),
    membersOutside: 0,
    ...parts,
  }
}

export function fabricatedCounts(
  users: Partial<KindCounts>,
  groups: Partial<KindCounts> = {},
  others: { readonly [Kind in 'rooms' | 'contacts' | 'avatars']?: Partial<KindCounts> } = {},
): Counts {
  return {
    users: { ...noCounts, ...users },
    rooms: { ...noCounts, ...others.rooms },
    groups: { ...noCounts, ...groups },
    contacts: { ...noCounts, ...others.contacts },
    avatars: { ...noCounts, ...others.avatars },
  }
}

export function fabricatedReport(
  parts: {
    readonly header?: PlanHeader
    readonly changes?: readonly (Change | RecordedChange)[]
    readonly objects?: readonly PlanObject[]
    readonly notes?: readonly PlanNote[]
  } = {},
): PlanReport {
  const recorded = (parts.changes ?? []).map((item) => ('change' in item ? item : { change: item, outcome: null }))
  return {
    header: parts.header ?? fabricatedHeader(),
    changes: () => recorded,
    objects: () => parts.objects ?? [],
    notes: () => parts.notes ?? [],
  }
}

/** A plan with something of every kind, over `size` users; the same size gives the same plan. */
export function fabricatedPlan(size: number, header: Partial<PlanHeader> = {}): PlanReport {
  const isApplied = header.status === 'applied' || header.status === 'partly-applied'
  const kinds = Array.from({ length: size }, (_, index) => roleOf(index, size))
  const count = (role: Role) => kinds.filter((kind) => kind === role).length
  const counts = fabricatedCounts(
    {
      read: size + 120,
      selected: size,
      matched: count('matched'),
      create: count('create'),
      // One of them was a room.
      update: count('update') + 1,
      deactivate: count('deactivate'),
      reactivate: count('reactivate'),
      delete: count('delete'),
      mismatched: count('mismatched'),
      skipped: count('skipped'),
      conflicts: count('conflict'),
    },
    { read: 6, selected: 6, matched: 4, update: 2 },
    fabricatedKinds.counts,
  )
  return {
    header: fabricatedHeader({ counts, membersOutside: 3, ...header }),
    *changes() {
      for (const [index, role] of kinds.entries()) {
        const change = changeOf(index, role)
        if (change) yield { change, outcome: isApplied ? outcomeOf(index) : null }
      }
      for (const members of [7, 1200]) yield { change: groupChange(members), outcome: isApplied ? outcomeOf(1) : null }
      for (const change of fabricatedKinds.changes) yield { change, outcome: isApplied ? outcomeOf(1) : null }
    },
    *objects() {
      for (const [index, role] of kinds.entries()) {
        const object = objectOf(index, role)
        if (object) yield object
      }
      for (const name of ['Board', 'Finance', 'Lab', 'Support']) {
        const dn = `CN=${name},OU=Groups,DC=corp,DC=example`
        yield {
          outcome: 'matched',
          objectKind: 'group',
          name,
          dn,
          anchor: null,
          resourceId: 'g',
          reason: { kind: 'equal' },
        }
      }
      yield* fabricatedKinds.objects
    },
    *notes() {
      const name = personName(1)
      const problem = 'mobile: "ask the desk" is not a telephone number.'
      yield { objectKind: 'user', name, dn: personDn(1), attribute: 'mobile', problem }
      yield* fabricatedKinds.notes
    },
  }
}

type Role = Change['kind'] | PlanObject['outcome']

/** Small plans show everything; in large ones most is matched, and two in five are added. */
function roleOf(index: number, size: number): Role {
  const few: readonly Role[] = [
    'create',
    'update',
    'matched',
    'deactivate',
    'update',
    'mismatched',
    'skipped',
    'conflict',
  ]
  const rare: readonly Role[] = ['reactivate', 'delete', 'create', 'matched']
  if (size <= 100) return (index % 5 === 4 ? rare[index % 4] : few[index % 8]) ?? 'matched'
  if (index % 10 < 4) return 'create'
  if (index % 10 < 6) return 'update'
  if (index % 500 === 7) return few[((index / 100) % 8) | 0] ?? 'matched'
  if (index % 500 === 8) return rare[((index / 100) % 4) | 0] ?? 'matched'
  return 'matched'
}

const givenNames = ['Anna', 'Ben', 'Chloé', 'Dmitri', 'Eve', 'Farid', 'Grace', 'Hiroshi', 'Inès', 'Jürgen', 'Karen']
const surnames = ['Smith', 'Yu', 'O’Neil', 'Schröder', 'García', 'Nguyen', 'Kowalska', 'Haddad', 'Ito']
const units = ['Sales', 'Research', 'Support', 'Finance', 'Plant 2', 'Legal, Berlin']

const personOf = (index: number) => ({
  given: givenNames[index % givenNames.length] ?? '',
  surname: surnames[Math.floor(index / 3) % surnames.length] ?? '',
  unit: units[index % units.length] ?? '',
})

function personName(index: number): string {
  const { given, surname } = personOf(index)
  return `${given}.${surname}${index}@corp.example`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9@.]/g, '')
}

function personDn(index: number): string {
  const { given, surname, unit } = personOf(index)
  return `CN=${surname}\\, ${given} ${index},OU=${unit.replace(',', '\\,')},OU=People,DC=corp,DC=example`
}

function changeOf(index: number, role: Role): Change | null {
  const { given, surname, unit } = personOf(index)
  const baseDn = 'OU=People,DC=corp,DC=example'
  const same = { position: index + 1, name: personName(index), dn: personDn(index), baseDn, resourceId: `u-${index}` }
  const values = { displayName: `${given} ${surname}`, givenName: given, sn: surname, title: 'Engineer', ou: unit }
  switch (role) {
    case 'create': {
      const reason = { kind: 'new-in-selection' as const, baseDn }
      const after = { active: true, values: { ...values, uid: same.name } }
      return fabricatedChange({ ...same, kind: role, resourceId: null, before: null, after, reason })
    }
    case 'update': {
      const before = { values: { title: 'Engineer', mobile: '+49 30 5550100', street: null } }
      const after = { values: { title: 'Lead Engineer', mobile: null, street: '1 <Main> St. & "Co"' } }
      return fabricatedChange({
        ...same,
        before,
        after,
        reason: { kind: 'differs', attributes: ['title', 'mobile', 'street'] },
      })
    }
    case 'deactivate': {
      const [before, after] = [{ active: true }, { active: false }]
      return fabricatedChange({ ...same, kind: role, before, after, reason: { kind: 'vanished', lastDn: same.dn } })
    }
    case 'reactivate': {
      const [before, after] = [{ active: false }, { active: true }]
      const reason = { kind: 'back-in-selection' as const, vanishedAt: '2026-11-10T00:00:00.000Z' }
      return fabricatedChange({ ...same, kind: role, before, after, reason })
    }
    case 'delete': {
      const reason = { kind: 'vanished-long-enough' as const, vanishedAt: '2026-11-06T00:00:00.000Z', days: 7 }
      return fabricatedChange({ ...same, kind: role, before: { active: false, values }, after: null, reason })
    }
    default:
      return null
  }
}

function objectOf(index: number, role: Role): PlanObject | null {
  const same = {
    objectKind: 'user' as const,
    name: personName(index),
    dn: personDn(index),
    anchor: null,
    resourceId: `u-${index}`,
  }
  switch (role) {
    case 'matched':
      return { ...same, outcome: role, reason: { kind: 'equal' } }
    case 'mismatched':
      return { ...same, dn: null, outcome: role, reason: { kind: 'no-entry' } }
    case 'skipped': {
      const problem = 'emails;type-work: "n/a" is not an e-mail address.'
      return { ...same, outcome: role, reason: { kind: 'invalid', attribute: 'emails;type-work', problem } }
    }
    case 'conflict':
      return {
        ...same,
        outcome: role,
        reason: { kind: 'same-value', value: same.name, otherDns: [personDn(index + 1)] },
      }
    default:
      return null
  }
}

function groupChange(members: number): Change {
  const add = Array.from({ length: members }, (_, index) => ({
    resourceId: `u-${index}`,
    anchor: null,
    kind: 'user' as const,
    name: personName(index),
  }))
  return fabricatedChange({
    objectKind: 'group',
    name: `Team of ${members}`,
    dn: `CN=Team of ${members},OU=Groups,DC=corp,DC=example`,
    before: {},
    after: {},
    members: { add, remove: add.slice(0, 2) },
    reason: { kind: 'differs', attributes: ['members'] },
  })
}

function outcomeOf(index: number): Outcome {
  if (index % 11 === 0) {
    const message = 'The store refused the value of emails: 409 uniqueness.'
    return { kind: 'failed', code: 'uniqueness', message, remedy: 'Find who has this address in the store.' }
  }
  if (index % 13 === 0) return { kind: 'done', resourceId: `u-${index}`, ignored: ['title'] }
  return { kind: 'done', resourceId: `u-${index}`, ignored: [] }
}
