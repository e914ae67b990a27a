import fc from 'fast-check'
import { planCsv } from '../../app/report/planCsv.ts'
import { fabricatedChange } from './fabricatedChange.ts'
import { fabricatedPlan, fabricatedReport } from './fabricatedPlan.ts'
import { readCsv } from './readCsv.ts'

const csvOf = (...input: Parameters<typeof planCsv>) => [...planCsv(...input)].join('')
const rowsOf = (...input: Parameters<typeof planCsv>) => readCsv(csvOf(...input).slice(1))

test('begins with a byte order mark and the names of the columns, also when nothing is planned', () => {
  expect(csvOf(fabricatedReport())).toBe(
    '\ufeff"Object kind","Outcome","Name","DN","Attribute","Before","After","Reason","Result","Message"\r\n',
  )
})

test('has a row per changed attribute, and one for an object without any', () => {
  const change = fabricatedChange({ after: { values: { title: 'Lead', mobile: '1' } } })
  const object = {
    outcome: 'matched',
    objectKind: 'user',
    name: 'a',
    dn: null,
    anchor: null,
    resourceId: 'r',
    reason: { kind: 'equal' },
  } as const
  const rows = rowsOf(fabricatedReport({ changes: [change], objects: [object] })).slice(1)
  expect(rows.map((row) => row.slice(4, 7))).toEqual([
    ['title', 'Engineer', 'Lead'],
    ['mobile', '', '1'],
    ['', '', ''],
  ])
  expect(rows[2]?.slice(0, 3)).toEqual(['user', 'matched', 'a'])
})

test('has a row per member, removed ones as before and added ones as after', () => {
  const member = (name: string) => ({ resourceId: name, anchor: null, kind: 'user' as const, name })
  const members = { add: [member('anna')], remove: [member('carl')] }
  const change = fabricatedChange({ objectKind: 'group', before: {}, after: {}, members })
  expect(
    rowsOf(fabricatedReport({ changes: [change] }))
      .slice(1)
      .map((row) => row.slice(4, 7)),
  ).toEqual([
    ['member', 'carl', ''],
    ['member', '', 'anna'],
  ])
})

test('every row of a large plan has all columns', () => {
  const rows = rowsOf(fabricatedPlan(2000, { status: 'partly-applied' }))
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]))
  expect(new Set(rows.slice(1).map((row) => row[8]))).toEqual(new Set(['', 'done', 'done in part', 'failed']))
})

test.each(['=1+1', '+49 30', '-1', '@SUM(A1)', '\tx', '\rx'])('%j cannot run as a formula', (title) => {
  const rows = rowsOf(fabricatedReport({ changes: [fabricatedChange({ after: { values: { title } } })] }))
  expect(rows[1]?.[6]).toBe(`'${title}`)
})

test('whatever a value holds, it reads back as it is, or with the apostrophe before it', () => {
  const hard = fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', '=', '@', "'", 'é', '\u2028', '\0', 'a') })
  fc.assert(
    fc.property(fc.oneof(hard, fc.string({ unit: 'binary' })), (name) => {
      const rows = rowsOf(fabricatedReport({ changes: [fabricatedChange({ name })] }))
      expect(rows).toHaveLength(2)
      expect([name, `'${name}`]).toContain(rows[1]?.[2])
      expect(rows[1]?.[2]).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

test('names the kind of every object, and has the words of pictures', () => {
  const rows = rowsOf(fabricatedPlan(0)).slice(1)
  expect(new Set(rows.map((row) => row[0]))).toEqual(new Set(['user', 'room', 'group', 'contact', 'avatar']))
  const pictures = rows.filter(([kind]) => kind === 'avatar')
  expect(new Set(pictures.map((row) => row[1]))).toEqual(
    new Set(['set', 'replace', 'remove', 'unchanged', 'refused', 'skipped']),
  )
  expect(pictures.find(([, word]) => word === 'remove')?.slice(4, 7)).toEqual([
    'picture',
    'image/jpeg, 90,210 bytes',
    '',
  ])
  expect(rows.find(([, , name]) => name === 'store-room@corp.example')?.slice(4, 8)).toEqual([
    'room',
    'yes',
    'no',
    'Is no longer identified as a room: becomes an ordinary user; title differs',
  ])
})
