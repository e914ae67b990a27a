import { constants } from 'node:fs'
import { access, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { ConnectorError } from '../../app/model/error.ts'
import { fileProblem } from '../../app/settings/fileProblem.ts'

/** Refuses a place where no picture can be written before one is asked for. */
export async function checkPicturePlace(file: string): Promise<void> {
  await access(dirname(resolve(file)), constants.W_OK).catch((cause) => {
    throw notSaved(file, cause)
  })
}

/** Writes a picture, given as base64; a file of that name is replaced, and never by half a picture. */
export async function savePicture(content: string, file: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await writeFile(temporary, content, 'base64')
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw notSaved(file, cause)
  }
}

function notSaved(file: string, cause: unknown): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'picture-not-saved',
    message: `The picture cannot be written to ${file}: ${fileProblem(cause)}.`,
    remedy: 'Name a file in a folder that exists and can be written.',
    place: file,
    cause,
  })
}
