import { ConnectorError } from '../../model/error.ts'
import type { Finding } from '../../model/finding.ts'
import { absolutePaths } from '../../settings/absolutePaths.ts'
import type { Settings, SettingsInput } from '../../settings/schema.ts'
import type { Source } from '../../source/source.ts'
import { notKeptFindings } from '../../stages/notKeptFindings.ts'
import type { Target } from '../../target/target.ts'
import type { LiveCheck } from '../directory/directoryBrowser.ts'
import { selectableContexts } from '../directory/selectableContexts.ts'
import type { FieldProblem } from './configuration.ts'
import { mappingProblems, selectionProblems } from './draftProblems.ts'
import { readSection } from './readSection.ts'
import { settingsFindings } from './settingsFindings.ts'
import { trackingFinding } from './trackingFinding.ts'

export interface LiveCheckParts {
  /** Files that a draft names without a folder are looked for here. */
  readonly dataFolder: string
  loadSettings(): Promise<Settings>
  openSource(settings: Pick<Settings, 'directory'>): Promise<Source>
  openTarget(settings: Pick<Settings, 'store'>): Promise<Target>
}

/**
 * Looks at one side with a draft (null: the saved settings), each finding as soon as it is there. Of a draft only what
 * concerns that side has to be complete; what is wrong with it is a finding. Never throws for what it finds.
 */
export async function* checkLive(
  parts: LiveCheckParts,
  side: LiveCheck['side'],
  draft: SettingsInput | null,
): AsyncGenerator<LiveCheck, void, void> {
  try {
    const wanted: unknown = draft ?? (await parts.loadSettings())
    for await (const finding of side === 'directory' ? ofDirectory(parts, wanted) : ofStore(parts, wanted))
      yield { side, finding }
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    const { side: failing, place, message, remedy } = error
    yield { side, finding: { level: 'error', side: failing, subject: place ?? side, message, remedy } }
  }
}

async function* ofDirectory(parts: LiveCheckParts, draft: unknown): AsyncGenerator<Finding, void, void> {
  const section = readSection('directory', draft)
  if (section.kind === 'wrong') {
    yield* section.problems.map(problemFinding)
    return
  }
  const { directory } = absolutePaths({ directory: section.value }, parts.dataFolder)
  const source = await parts.openSource({ directory })
  try {
    let worst: 'fine' | 'failed' = 'fine'
    for await (const finding of source.check(chosenBases(draft))) {
      if (finding.level === 'error') worst = 'failed'
      yield finding
    }
    if (!has(draft, 'selection') || worst === 'failed') return
    const chosen = readSection('selection', await withBases(draft, source))
    if (chosen.kind === 'wrong') {
      yield* chosen.problems.map(problemFinding)
      return
    }
    const selection = chosen.value
    const mapping = readSection('mapping', draft)
    if (mapping.kind === 'wrong') yield* mapping.problems.map(problemFinding)
    const organization = readSection('organization', draft)
    if (mapping.kind === 'wrong' || organization.kind === 'wrong') return
    const problems = [
      ...selectionProblems(selection, directory.type),
      ...mappingProblems(mapping.value, directory.type),
    ]
    if (problems.length > 0) yield* problems.map(problemFinding)
    else {
      const avatar = readSection('avatar', draft)
      const settings = { directory, selection, mapping: mapping.value, organization: organization.value }
      const pictures = avatar.kind === 'good' && avatar.value !== undefined ? { avatar: avatar.value } : {}
      yield* await settingsFindings({ ...settings, ...pictures }, source)
      yield await trackingFinding(settings, source)
    }
  } finally {
    await source.close()
  }
}

async function* ofStore(parts: LiveCheckParts, draft: unknown): AsyncGenerator<Finding, void, void> {
  const section = readSection('store', draft)
  if (section.kind === 'wrong') {
    yield* section.problems.map(problemFinding)
    return
  }
  const { store } = absolutePaths({ store: section.value }, parts.dataFolder)
  const target = await parts.openTarget({ store })
  try {
    let worst: 'fine' | 'failed' = 'fine'
    for await (const finding of target.check()) {
      if (finding.level === 'error') worst = 'failed'
      yield finding
    }
    const selection = readSection('selection', draft)
    if (worst === 'failed' || selection.kind === 'wrong') return
    const avatar = readSection('avatar', draft)
    const pictures = avatar.kind === 'good' && avatar.value !== undefined ? { avatar: avatar.value } : {}
    yield* notKeptFindings({ selection: selection.value, ...pictures }, await target.discover())
  } finally {
    await target.close()
  }
}

function has<Name extends keyof Settings>(draft: unknown, name: Name): draft is Readonly<Record<Name, unknown>> {
  return typeof draft === 'object' && draft !== null && name in draft
}

function chosenBases(draft: unknown): readonly string[] {
  const selection = has(draft, 'selection') ? readSection('selection', draft) : null
  return selection?.kind === 'good' ? selection.value.baseDns : []
}

/** The draft; while nobody has chosen bases, which whoever binds a directory does afterwards, with the first naming context. */
async function withBases(draft: Readonly<Record<'selection', unknown>>, source: Source): Promise<unknown> {
  const { selection } = draft
  const isOpen = typeof selection === 'object' && selection !== null && 'baseDns' in selection
  if (!isOpen || !Array.isArray(selection.baseDns) || selection.baseDns.length > 0) return draft
  const [context] = selectableContexts(await source.discover())
  return context === undefined ? draft : { ...draft, selection: { ...selection, baseDns: [context] } }
}

function problemFinding({ place, message, position }: FieldProblem): Finding {
  const subject = position === null ? place : `${place}, position ${position}`
  return { level: 'error', side: 'settings', subject, message, remedy: 'Correct this setting.' }
}
