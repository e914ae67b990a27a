import type { z } from 'zod'
import { knownKeys } from './knownKeys.ts'
import { nearNames } from './nearNames.ts'
import type { SettingsPath, SettingsProblem } from './settingsProblem.ts'

type Issue = z.core.$ZodIssue

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a section',
  record: 'a section',
}

/** What the schema has against `input`, in an administrator's words; unknown keys come one by one with the key in the path. */
export function schemaProblems(issues: readonly Issue[], input: unknown): readonly SettingsProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, path) }))
    return [{ path, message: describe(issue, valueAt(input, path)) }]
  })
}

function describe(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== 'custom') return 'is missing'
  if (value === null && issue.path.length === 0) return 'is empty'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}, not ${nameOfType(value)}`
    case 'invalid_value':
      return oneOf(issue.values.map(String), value)
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(issue.options.map(String), value)
        : issue.message
    case 'too_small':
      if (issue.origin === 'string') return 'must not be empty'
      if (issue.origin === 'array') return `must name at least ${issue.minimum}`
      return `must be at least ${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'string') return `must have at most ${issue.maximum} characters`
      return `must be at most ${issue.maximum}`
    default:
      return issue.message
  }
}

function unknownKey(key: string, parent: SettingsPath): string {
  const known = knownKeys(parent)
  const [near] = nearNames(key, known)
  if (near !== undefined) return `is not a setting; did you mean ${near}?`
  const listed = known.length > 0 && known.length <= 12 ? `; known here: ${known.join(', ')}` : ''
  return `is not a setting${listed}`
}

function oneOf(allowed: readonly string[], value: unknown): string {
  const near = typeof value === 'string' ? nearNames(value, allowed)[0] : undefined
  const choice = allowed.length === 1 ? `must be ${allowed[0]}` : `must be one of ${allowed.join(', ')}`
  return near === undefined ? choice : `${choice}; did you mean ${near}?`
}

function nameOfType(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number' && !Number.isInteger(value)) return 'a fraction'
  return typeNames[typeof value] ?? typeof value
}

function valueAt(input: unknown, path: SettingsPath): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[step]
  }
  return value
}
