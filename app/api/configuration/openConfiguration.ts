import { ConnectorError } from '../../model/error.ts'
import type { Event } from '../../model/event.ts'
import { describeDifference } from '../../settings/describeDifference.ts'
import type { SettingsDifference } from '../../settings/diffSettings.ts'
import { replaceSettings } from '../../settings/replaceSettings.ts'
import type { SettingsInput } from '../../settings/schema.ts'
import { type SecretFilesOptions, secretFiles } from '../../settings/secretFiles.ts'
import { findSettings, type StoredSettings } from '../../settings/settingsFile.ts'
import { checkDraft } from './checkDraft.ts'
import type { CheckedDraft, Configuration, FieldProblem } from './configuration.ts'

export interface ConfigurationParts extends SecretFilesOptions {
  record(event: Omit<Event, 'id'>): void
  readonly now: () => Date
}

/** The settings of a data folder, which one process at a time may save. */
export function openConfiguration({ dataFolder, protect, record, now }: ConfigurationParts): Configuration {
  const secrets = secretFiles({ dataFolder, protect })
  let saving: Promise<unknown> = Promise.resolve()

  const save = async (draft: SettingsInput, revision: string | null): Promise<StoredSettings> => {
    const saved = await findSettings(dataFolder)
    if ((saved?.revision ?? null) !== revision) throw changedMeanwhile(dataFolder)
    const { settings, differences, problems } = checkDraft(draft, saved?.settings ?? null, dataFolder)
    if (settings === null) throw invalid(problems)
    await replaceSettings(dataFolder, saved?.settings ?? null, settings)
    if (differences.length > 0) record(savedEvent(differences, saved, now()))
    await secrets.removeUnnamed(settings)
    const stored = await findSettings(dataFolder)
    if (stored === null) throw changedMeanwhile(dataFolder)
    return stored
  }
  return {
    saved: () => findSettings(dataFolder),
    async check(draft): Promise<CheckedDraft> {
      const saved = await findSettings(dataFolder)
      return checkDraft(draft, saved?.settings ?? null, dataFolder)
    },
    save(draft, revision) {
      const done = saving.then(() => save(draft, revision))
      saving = done.catch(() => undefined)
      return done
    },
    keepSecret: (purpose, value) => secrets.keep(purpose, value),
  }
}

const mostTold = 20

function savedEvent(
  differences: readonly SettingsDifference[],
  saved: StoredSettings | null,
  now: Date,
): Omit<Event, 'id'> {
  const lines = differences.slice(0, mostTold).map(describeDifference)
  const more = differences.length > mostTold ? [`and ${differences.length - mostTold} more`] : []
  const count = differences.length === 1 ? '1 setting was' : `${differences.length} settings were`
  return {
    at: now.toISOString(),
    level: 'info',
    side: 'settings',
    code: 'settings-saved',
    message: saved === null ? 'The first settings were saved.' : `${count} changed: ${[...lines, ...more].join('; ')}`,
    remedy: '',
    runId: null,
    object: null,
  }
}

function invalid(problems: readonly FieldProblem[]): ConnectorError {
  const [first] = problems
  const said = problems.map(({ place, message }) => `${place}: ${message}`).join(' ')
  return new ConnectorError({
    side: 'settings',
    code: 'invalid-settings',
    message: `The settings were not saved. ${said}`,
    remedy: 'Correct what is named, and save again.',
    ...(first && { place: first.position === null ? first.place : `${first.place}, position ${first.position}` }),
  })
}

function changedMeanwhile(dataFolder: string): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'settings-changed-meanwhile',
    message: 'Somebody else has saved other settings meanwhile; nothing was saved.',
    remedy: 'Look at the settings as they are now, and make your changes again.',
    place: dataFolder,
  })
}
