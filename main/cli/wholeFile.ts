import { constants } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { ConnectorError } from '../../app/model/error.ts'
import { fileProblem } from '../../app/settings/fileProblem.ts'

/** What a command saves to a file of the administrator's choice. */
export type SavedThing = 'report' | 'picture'

/**
 * Refuses a place where nothing can be written, before the work that it is for.
 * @throws ConnectorError (side connector) `report-not-saved` or `picture-not-saved`
 */
export async function checkPlace(file: string, thing: SavedThing): Promise<void> {
  await access(dirname(resolve(file)), constants.W_OK).catch((cause) => {
    throw notSaved(file, thing, cause)
  })
}

/**
 * Writes beside the place first, so that no half of a file is ever taken for the whole; what was there is replaced.
 * @param write writes everything into the file of the given name
 * @throws as `checkPlace`
 */
export async function saveWhole(
  file: string,
  thing: SavedThing,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await write(temporary)
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw notSaved(file, thing, cause)
  }
}

function notSaved(file: string, thing: SavedThing, cause: unknown): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: `${thing}-not-saved`,
    message: `The ${thing} cannot be written to ${file}: ${fileProblem(cause)}.`,
    remedy: 'Name a file in a folder that exists and can be written.',
    place: file,
    cause,
  })
}
