import { ConnectorError } from '../../app/model/error.ts'
import { compileSelection } from '../../app/selection/compileSelection.ts'
import { andFilters } from '../../app/selection/filter/andFilters.ts'
import { parseFilter } from '../../app/selection/filter/parseFilter.ts'
import type { SelectionSettings } from '../../app/settings/schema.ts'
import { selectionSettings, withRooms } from './selectionSettings.ts'

const compile = (parts: Partial<SelectionSettings>) => compileSelection(selectionSettings(parts), 'ad-ds')

function refusal(parts: Partial<SelectionSettings>): ConnectorError {
  try {
    compile(parts)
  } catch (error) {
    if (error instanceof ConnectorError) return error
    throw error
  }
  throw new Error('the selection was accepted')
}

describe('base DNs', () => {
  test('keep their spelling and order', () => {
    const { bases, findings } = compile({ baseDns: ['OU=Sales, DC=corp', 'OU=IT,DC=corp'] })
    expect(bases.map((it) => it.dn)).toEqual(['OU=Sales, DC=corp', 'OU=IT,DC=corp'])
    expect(findings).toEqual([])
  })

  test('are reduced to the topmost, and the others named', () => {
    const { bases, findings } = compile({
      baseDns: ['OU=EU,OU=Sales,DC=corp', 'ou=sales,dc=corp', 'OU=IT,DC=corp', 'OU=Sales, DC=corp'],
    })
    expect(bases.map((it) => it.dn)).toEqual(['ou=sales,dc=corp', 'OU=IT,DC=corp'])
    expect(findings).toMatchObject([
      {
        level: 'warning',
        subject: 'base OU=EU,OU=Sales,DC=corp',
        message: expect.stringContaining('ou=sales,dc=corp'),
      },
      { level: 'warning', subject: 'base OU=Sales, DC=corp', message: expect.stringContaining('twice') },
    ])
  })

  test('are not mistaken for each other when one name ends like the other', () => {
    expect(compile({ baseDns: ['OU=Sales,DC=corp', 'OU=Presales,DC=corp'] }).bases).toHaveLength(2)
  })

  test('must be DNs', () => {
    expect(refusal({ baseDns: ['DC=corp', 'Sales'] })).toMatchObject({
      side: 'settings',
      code: 'invalid-dn',
      place: 'selection.baseDns, entry 2',
    })
    expect(refusal({ baseDns: [' '] })).toMatchObject({ code: 'invalid-dn' })
  })
})

describe('exclusions', () => {
  test('must be DNs', () => {
    expect(refusal({ excludeDns: ['OU=x,'] })).toMatchObject({
      code: 'invalid-dn',
      place: 'selection.excludeDns, entry 1',
    })
  })

  test.each([
    ['equal to a base', { baseDns: ['OU=Sales,DC=corp'], excludeDns: ['ou=sales,dc=corp'] }, 'is a base DN itself'],
    ['above a base', { baseDns: ['OU=Sales,DC=corp'], excludeDns: ['DC=corp'] }, 'is above the base DN'],
    [
      'between a base and another one',
      { baseDns: ['DC=corp', 'OU=EU,OU=Sales,DC=corp'], excludeDns: ['OU=Sales,DC=corp'] },
      'is above the base DN OU=EU,OU=Sales,DC=corp',
    ],
  ])('%s are refused with a remedy', (_, parts, expected) => {
    const error = refusal(parts)
    expect(error).toMatchObject({ side: 'settings', code: 'excluded-base', place: 'selection.excludeDns, entry 1' })
    expect(error.message).toContain(expected)
    expect(error.remedy).toContain('base DNs')
  })

  test('outside all bases are named', () => {
    expect(compile({ excludeDns: ['OU=Old,DC=elsewhere'] }).findings).toMatchObject([
      { level: 'warning', subject: 'exclusion OU=Old,DC=elsewhere' },
    ])
  })
})

describe('filters', () => {
  test('of the administrator narrow the default of their own kind', () => {
    const { filters } = compile({ users: { enabled: true, filter: 'department=Sales' } })
    expect(filters.user.text).toBe(
      '(&(objectCategory=person)(objectClass=user)(!(objectClass=computer))(department=Sales))',
    )
    expect(filters.group.text).not.toContain('department')
  })

  test('that are an "or" do not widen it', () => {
    const { filters } = compile({ groups: { enabled: true, types: ['security'], filter: '(|(cn=a*)(cn=b*))' } })
    expect(filters.group.text).toMatch(/^\(&\(objectCategory=group\).*\(\|\(cn=a\*\)\(cn=b\*\)\)\)$/)
  })

  test.each([
    ['users', 'selection.users.filter'],
    ['groups', 'selection.groups.filter'],
    ['contacts', 'selection.contacts.filter'],
  ] as const)('that are wrong are refused: %s', (kind, place) => {
    const error = refusal({ [kind]: { ...selectionSettings({})[kind], filter: '(department=Sales' } })
    expect(error).toMatchObject({ side: 'settings', code: 'invalid-filter', place: `${place}, position 18` })
    expect(error.message).toContain('position 18')
  })
})

describe('rooms', () => {
  const off = { enabled: false, filter: '' }
  const identified = '(|(msExchResourceMetaData=ResourceType:Room)(employeeType=Room \\28small\\29))'

  test('are read with the users, by the filter of users', () => {
    const { filters } = compileSelection(withRooms(), 'ad-ds')
    expect(filters.user.text).toBe(compile({}).filters.user.text)
  })

  test('without users are asked for by what identifies them, any of it', () => {
    const attributes = [{ name: 'employeeType', equals: 'Room (small)' }]
    const { filters } = compileSelection(
      withRooms({ users: { enabled: false, filter: 'l=Oslo' } }, attributes),
      'ad-ds',
    )
    expect(filters.user.text).toBe(
      `(&(objectCategory=person)(objectClass=user)(!(objectClass=computer))${identified}(l=Oslo))`,
    )
    expect(parseFilter(filters.user.text)).toEqual(andFilters(filters.user.default, parseFilter('l=Oslo')))
  })

  test('that are not identified do not narrow anything', () => {
    expect(compile({ users: off }).filters.user.text).toBe(compile({}).filters.user.text)
  })

  test('are not identified by what cannot be an attribute', () => {
    const attributes = [
      { name: 'l', equals: 'x' },
      { name: '1st', equals: 'x' },
    ]
    const compileRooms = () => compileSelection(withRooms({}, attributes), 'ad-ds')
    expect(compileRooms).toThrow(
      expect.objectContaining({
        side: 'settings',
        code: 'invalid-attribute',
        place: 'selection.rooms.attributes, entry 2',
      }),
    )
  })

  test('that the directory computes from other entries are told', () => {
    const attributes = [{ name: 'memberOf', equals: 'CN=Rooms,DC=corp' }]
    expect(compileSelection(withRooms({}, attributes), 'ad-ds').findings).toMatchObject([
      { level: 'warning', side: 'settings', message: expect.stringContaining('memberOf') },
    ])
  })
})

describe('choices that only Active Directory has', () => {
  const groups = { enabled: true, types: ['security' as const, 'distribution' as const], filter: '' }

  test('are told where they mean nothing', () => {
    const settings = selectionSettings({ groups, contacts: { enabled: true, filter: '' } })
    expect(compileSelection(settings, 'ldap').findings).toMatchObject([
      { level: 'warning', side: 'settings', subject: 'selection.groups.types' },
      { level: 'warning', side: 'settings', subject: 'selection.contacts' },
    ])
    expect(compileSelection(settings, 'ad-ds').findings).toEqual([])
    expect(compileSelection(settings, 'ad-lds').findings).toEqual([])
    expect(compileSelection(selectionSettings({}), 'ldap').findings).toEqual([])
  })
})
