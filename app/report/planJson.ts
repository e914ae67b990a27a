import type { PlanReport } from './planReport.ts'

/**
 * A plan for programs, as the pieces of one JSON document (RFC 8259), one object a line:
 * `{ format, version, plan: PlanHeader, changes: RecordedChange[], objects: PlanObject[], notes: PlanNote[] }`.
 */
export function* planJson(report: PlanReport): Generator<string> {
  yield `{"format":"directory-connector/plan","version":1,\n"plan":${JSON.stringify(report.header)}`
  yield* list('changes', report.changes())
  yield* list('objects', report.objects())
  yield* list('notes', report.notes())
  yield '}\n'
}

function* list(name: string, items: Iterable<object>): Generator<string> {
  yield `,\n"${name}":[`
  let separator = '\n'
  for (const item of items) {
    yield separator + JSON.stringify(item)
    separator = ',\n'
  }
  yield ']'
}
