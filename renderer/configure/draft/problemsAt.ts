import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'

/** What is wrong at a place and at everything below it: `directory.servers` has the problems of `directory.servers[0]`. */
export function problemsAt(problems: readonly FieldProblem[], place: string): readonly FieldProblem[] {
  return problems.filter((problem) => problem.place === place || isBelow(problem.place, place))
}

/** The first thing that is wrong at exactly this place. */
export function problemAt(problems: readonly FieldProblem[], place: string): FieldProblem | undefined {
  return problems.find((problem) => problem.place === place)
}

function isBelow(inner: string, outer: string): boolean {
  return inner.startsWith(outer) && ['.', '[', ','].includes(inner.charAt(outer.length))
}
