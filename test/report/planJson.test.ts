import fc from 'fast-check'
import { noCounts } from '../../app/model/noCounts.ts'
import { planJson } from '../../app/report/planJson.ts'
import { fabricatedChange } from './fabricatedChange.ts'
import { fabricatedPlan, fabricatedReport } from './fabricatedPlan.ts'

const parsed = (...input: Parameters<typeof planJson>) => JSON.parse([...planJson(...input)].join(''))

test('an empty plan is a whole document', () => {
  const report = fabricatedReport()
  expect(parsed(report)).toEqual({
    format: 'directory-connector/plan',
    version: 1,
    plan: report.header,
    changes: [],
    objects: [],
    notes: [],
  })
})

test('holds everything that the plan holds', () => {
  const report = fabricatedPlan(200, { status: 'applied' })
  const { plan, changes, objects, notes } = parsed(report)
  expect(plan).toEqual(report.header)
  expect(changes).toEqual([...report.changes()])
  expect(objects).toEqual([...report.objects()])
  expect(notes).toEqual([...report.notes()])
})

test('any text survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(parsed(fabricatedReport({ changes: [fabricatedChange({ name })] })).changes[0].change.name).toBe(name)
    }),
  )
})

test('has the numbers of all five kinds, also of those of which nothing was seen', () => {
  const counts = parsed(fabricatedReport()).plan.counts
  expect(Object.keys(counts)).toEqual(['users', 'rooms', 'groups', 'contacts', 'avatars'])
  for (const kind of Object.values(counts)) expect(kind).toEqual(noCounts)
})
