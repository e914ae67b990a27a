import fc from 'fast-check'
import { scimPatch } from 'scim-patch'
import type { UserValues, ValueAttribute } from '../../../../app/model/resource.ts'
import type { PatchOperation } from '../../../../app/target/scim/profile/patchOperation.ts'
import { profiles } from '../../../../app/target/scim/profile/profiles.ts'
import { repairOperations } from '../../../../app/target/scim/profile/repairOperations.ts'
import { toCurrentUser } from '../../../../app/target/scim/profile/toCurrentUser.ts'
import { toPatchOperations } from '../../../../app/target/scim/profile/toPatchOperations.ts'
import { toScimUser } from '../../../../app/target/scim/profile/toScimUser.ts'
import { userValues } from './userValuesArbitrary.ts'

/** Only what changes, as planning hands it over. */
function edit(before: UserValues, after: UserValues) {
  const changed = ([...Object.keys(before), ...Object.keys(after)] as ValueAttribute[]).filter(
    (attribute) => before[attribute] !== after[attribute],
  )
  const pick = (values: UserValues): UserValues =>
    Object.fromEntries(changed.map((attribute) => [attribute, values[attribute] ?? null]))
  return { before: pick(before), values: pick(after) }
}

/** Without the schema list, empty objects, and items that say nothing but their type; lists in a stable order. */
function essence(json: unknown): unknown {
  if (Array.isArray(json)) {
    return json
      .map(essence)
      .filter((item) => item !== undefined)
      .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))
  }
  if (typeof json !== 'object' || json === null) return json
  const entries = Object.entries(json)
    .filter(([name]) => name !== 'schemas')
    .map(([name, value]) => [name, essence(value)] as const)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return entries.every(([name]) => name === 'type' || name === 'primary') ? undefined : Object.fromEntries(entries)
}

function apply(user: unknown, operations: readonly PatchOperation[]): unknown {
  return scimPatch(structuredClone(user) as never, structuredClone(operations) as never, {
    mutateDocument: true,
    treatMissingAsAdd: false,
  })
}

describe.each(Object.values(profiles))('the $name profile', (profile) => {
  const values = userValues(profile)

  it('reads back every value that it writes', () => {
    fc.assert(
      fc.property(values, fc.boolean(), (wanted, active) => {
        const user = toCurrentUser(
          profile,
          { versions: 'none', pictures: 'none' },
          toScimUser(profile, { active, values: wanted }),
        )
        expect(user.values).toEqual(wanted)
        expect(user.active).toBe(active)
      }),
    )
  })

  it('makes a PATCH that turns the old user into the new one', () => {
    let made = 0
    fc.assert(
      fc.property(values, values, fc.boolean(), (before, after, active) => {
        const patch = toPatchOperations(profile, { ...edit(before, after), active })
        if (patch.kind === 'read-first') return
        made++
        const patched = apply(toScimUser(profile, { active: !active, values: before }), patch.operations)
        expect(essence(patched)).toEqual(essence(toScimUser(profile, { active, values: after })))
      }),
    )
    expect(made).toBeGreaterThan(20)
  })

  it('asks to read first only when the item of a list may hold other values', () => {
    const address = { street: 'Main Street 1', l: 'Bern' }
    expect(toPatchOperations(profile, { before: { l: null }, values: { l: 'Bern' } }).kind).toBe('read-first')
    expect(toPatchOperations(profile, { before: { l: 'Basel' }, values: address }).kind).toBe('operations')
    const phone = toPatchOperations(profile, { before: { mobile: null }, values: { mobile: '1' } })
    expect(phone).toEqual({
      kind: 'operations',
      operations: [{ op: 'add', path: 'phoneNumbers', value: [{ type: 'mobile', value: '1' }] }],
    })
  })

  it('repairs any user that was read into the wanted one', () => {
    fc.assert(
      fc.property(values, values, fc.boolean(), (before, after, active) => {
        const user = toScimUser(profile, { active: !active, values: before })
        const wanted = { ...edit(before, after), active }
        const patched = apply(user, repairOperations(profile, user, wanted))
        expect(essence(patched)).toEqual(essence(toScimUser(profile, { active, values: after })))
        expect(repairOperations(profile, patched as typeof user, wanted)).toEqual([])
      }),
    )
  })

  it('leaves addresses alone that are not its own', () => {
    const user = {
      userName: 'ann@example.com',
      emails: [
        { value: 'ann@example.com', type: 'work', primary: true },
        { value: 'old@example.com', type: 'work', primary: false },
        { value: 'third@example.com', type: 'work', primary: false },
        { value: 'home@example.net', type: 'home' },
      ],
    }
    const change = { before: { 'emails;type-work': 'old@example.com' }, values: { 'emails;type-work': null } } as const
    const patch = toPatchOperations(profile, change)
    const operations = patch.kind === 'operations' ? patch.operations : []
    const emails = user.emails.filter((email) => email.value !== 'old@example.com')
    expect(apply(user, operations)).toEqual({ ...user, emails })
    expect(apply(user, repairOperations(profile, user, change))).toEqual({ ...user, emails })
  })
})
