import { type Settings, settingsSchema } from '../../settings/schema.ts'
import { schemaProblems } from '../../settings/schemaProblems.ts'
import type { FieldProblem } from './configuration.ts'
import { schemaFieldProblem } from './fieldProblem.ts'

/** A section of a draft, or what is wrong with it. */
export type ReadSection<Name extends keyof Settings> =
  | { readonly kind: 'good'; readonly value: Settings[Name] }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] }

/** Reads one section of a draft by itself, whatever is wrong with the others. */
export function readSection<Name extends keyof Settings>(name: Name, draft: unknown): ReadSection<Name> {
  const input = typeof draft === 'object' && draft !== null ? (draft as Record<string, unknown>)[name] : undefined
  const parsed = settingsSchema.shape[name].safeParse(input)
  if (parsed.success) return { kind: 'good', value: parsed.data as Settings[Name] }
  const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }))
  return { kind: 'wrong', problems: schemaProblems(issues, draft).map(schemaFieldProblem) }
}
