import { type Document, LineCounter, parseDocument } from 'yaml'
import { ConnectorError } from '../model/error.ts'
import { duplicateKeys } from './duplicateKeys.ts'
import { lineOf } from './lineOf.ts'
import { type Settings, settingsSchema } from './schema.ts'
import { schemaProblems } from './schemaProblems.ts'
import { pathText } from './settingsProblem.ts'

const formatVersion = 1

interface PlacedProblem {
  readonly line: number
  readonly text: string
}

/**
 * Reads settings from YAML (DC-97). `place` is how messages call the file. Every problem is found at once: the message
 * of the error has one line for each, with its line in the file, in file order.
 *
 * Throws ConnectorError of side `settings`: `not-yaml` (with line and column), `newer-version` (a file of a later
 * version of the connector), or `invalid-settings`. No message holds a value of the file that could be a secret.
 */
export function parseSettings(text: string, place: string): Settings {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  refuseBrokenYaml(document, lines, place)
  const input = plainValue(document, place)
  refuseNewerVersion(input, place)

  const parsed = settingsSchema.safeParse(input)
  const problems = parsed.success ? [] : schemaProblems(parsed.error.issues, input)
  const placed = [
    ...problems.map(({ path, message }) => ({
      line: lineOf(document, lines, path),
      text: `${pathText(path)} ${message}`,
    })),
    ...duplicateKeys(document, lines).map(({ path, firstLine, line }) => ({
      line,
      text: `${pathText(path)} stands twice; it is already on line ${firstLine}`,
    })),
  ].sort((one, other) => one.line - other.line)
  if (!parsed.success || placed.length > 0) throw invalidSettings(placed, place)
  return parsed.data
}

function refuseBrokenYaml(document: Document, lines: LineCounter, place: string): void {
  const faults = [...document.errors, ...document.warnings]
  if (faults.length === 0) return
  const texts = faults.map(({ code, message, pos }) => {
    const { line, col } = lines.linePos(pos[0])
    const fault = code === 'MULTIPLE_DOCS' ? 'A second document begins here; settings are one' : message
    return `line ${line}, column ${col}: ${fault.replace(/\s+/g, ' ')}`
  })
  throw new ConnectorError({
    side: 'settings',
    code: 'not-yaml',
    message: listed(`${place} is not correct YAML`, texts),
    remedy: 'Correct the places named. Often a quote, a colon or the indentation is missing or one too many.',
    place: `${place}, ${texts[0]?.split(':')[0]}`,
    cause: faults[0],
  })
}

/** Aliases are resolved here, where too many of them and those without an anchor show. */
function plainValue(document: Document, place: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new ConnectorError({
      side: 'settings',
      code: 'not-yaml',
      message: `${place} has an alias (a value that begins with *) that leads nowhere, or too many aliases.`,
      remedy: 'Write the value itself; put a value that begins with * into quotes.',
      place,
      cause: error,
    })
  }
}

function refuseNewerVersion(input: unknown, place: string): void {
  if (typeof input !== 'object' || input === null || !('version' in input)) return
  const { version } = input
  if (typeof version !== 'number' || version <= formatVersion) return
  throw new ConnectorError({
    side: 'settings',
    code: 'newer-version',
    message: `${place} has version ${version}; this connector knows version ${formatVersion}.`,
    remedy: 'Install the newer version of the connector that wrote this file, or use a file of this version.',
    place,
  })
}

function invalidSettings(problems: readonly PlacedProblem[], place: string): ConnectorError {
  const texts = problems.map(({ line, text }) => `line ${line}: ${text}`)
  const first = problems[0]
  return new ConnectorError({
    side: 'settings',
    code: 'invalid-settings',
    message: listed(`${place} cannot be used`, texts),
    remedy: 'Correct what is named; resources/settings.example.yaml shows every setting.',
    place: problems.length === 1 && first !== undefined ? `${place}, line ${first.line}` : place,
  })
}

/** `heading: one problem.`, or a heading with the count and one line for each. */
function listed(heading: string, texts: readonly string[]): string {
  const sentences = texts.map((text) => (/[.?]$/.test(text) ? text : `${text}.`))
  if (sentences.length === 1) return `${heading}: ${sentences[0]}`
  return [`${heading}, ${sentences.length} problems:`, ...sentences.map((sentence) => `  ${sentence}`)].join('\n')
}
