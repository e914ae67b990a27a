import { compileMapping } from '../../mapping/compileMapping.ts'
import { compileSelection } from '../../selection/compileSelection.ts'
import { absolutePaths } from '../../settings/absolutePaths.ts'
import { diffSettings } from '../../settings/diffSettings.ts'
import { type Settings, settingsSchema } from '../../settings/schema.ts'
import { schemaProblems } from '../../settings/schemaProblems.ts'
import { planSettingsDigest } from '../../settings/settingsDigest.ts'
import { settingsWarnings } from '../../settings/settingsWarnings.ts'
import type { CheckedDraft, FieldProblem } from './configuration.ts'
import { mappingProblems, selectionProblems } from './draftProblems.ts'
import { schemaFieldProblem } from './fieldProblem.ts'
import { readSection } from './readSection.ts'

/**
 * Everything that can be said of a draft without a network. `saved` are the settings that it would replace, null for none;
 * files that it names without a folder are looked for in `baseFolder`.
 */
export function checkDraft(draft: unknown, saved: Settings | null, baseFolder: string): CheckedDraft {
  const parsed = settingsSchema.safeParse(draft)
  const problems = [
    ...(parsed.success ? [] : schemaProblems(parsed.error.issues, draft).map(schemaFieldProblem)),
    ...compiledProblems(draft),
  ]
  if (!parsed.success || problems.length > 0)
    return { settings: null, problems, warnings: [], differences: [], needsDryRun: false }
  const settings = absolutePaths(parsed.data, baseFolder)
  const { selection, mapping, directory, organization } = settings
  const found = settingsWarnings(settings)
  const said = new Set(found.map(({ message }) => message))
  return {
    settings,
    problems,
    warnings: [
      ...found,
      ...compileSelection(selection, directory.type).findings.filter(({ message }) => !said.has(message)),
      ...compileMapping(mapping, directory.type, null, organization).findings,
    ],
    differences: diffSettings(saved, settings),
    needsDryRun: saved === null || planSettingsDigest(saved) !== planSettingsDigest(settings),
  }
}

/** Filters and expressions are looked at even while other sections are unfinished. */
function compiledProblems(draft: unknown): readonly FieldProblem[] {
  const directory = readSection('directory', draft)
  const type = directory.kind === 'good' ? directory.value.type : typeOf(draft)
  const selection = readSection('selection', draft)
  const mapping = readSection('mapping', draft)
  return [
    ...(selection.kind === 'good' ? selectionProblems(selection.value, type) : []),
    ...(mapping.kind === 'good' ? mappingProblems(mapping.value, type) : []),
  ]
}

function typeOf(draft: unknown): Settings['directory']['type'] {
  const type = (draft as { readonly directory?: { readonly type?: unknown } } | null)?.directory?.type
  return type === 'ldap' || type === 'ad-lds' ? type : 'ad-ds'
}
