import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquireLock } from './acquireLock.ts'
import { requireProgram } from './installed.ts'

/** A Windows, played by Wine: drives, named pipes, file locks and signals are as there; accounts and rights are not. */
export interface Windows {
  /** Its drive C:, as a folder of this computer. */
  readonly driveC: string
  /** What starts a program for Windows, and the environment that this needs besides the program's own. */
  readonly loader: string
  readonly environment: Readonly<Record<string, string>>
  /** Ends whatever still runs in it, and lets the next one start. */
  stop(): Promise<void>
}

const workFolder = join(tmpdir(), 'connector-windows')

/**
 * Starts a Windows 10. All share one folder, which is made once (10 s) and kept in the temporary folder, so only one
 * runs at a time: a second caller waits for the first to stop (up to 10 minutes).
 */
export async function startWindows(): Promise<Windows> {
  mkdirSync(workFolder, { recursive: true, mode: 0o700 })
  const unlock = await acquireLock(join(workFolder, 'lock'), 600)
  const folder = join(workFolder, 'windows')
  try {
    if (existsSync(folder)) await endEverything(folder)
    else await install(folder)
  } catch (error) {
    unlock()
    throw error
  }
  return {
    driveC: join(folder, 'drive_c'),
    loader: requireProgram('wine64'),
    environment: environmentOf(folder),
    async stop() {
      await endEverything(folder)
      unlock()
    },
  }
}

/** In a folder of another name first, so that one that is there is whole. */
async function install(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const loader = requireProgram('wine64')
  await wine(unfinished, loader, ['wineboot', '--init'])
  await wine(unfinished, loader, ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'])
  await endEverything(unfinished)
  renameSync(unfinished, folder)
}

/** The server of a Wine folder ends every process in it, and no other. There is nothing to end where it does not run. */
async function endEverything(folder: string): Promise<void> {
  await wine(folder, requireProgram('wineserver'), ['--kill'], [0, 1])
}

async function wine(
  folder: string,
  program: string,
  words: readonly string[],
  allowedCodes: readonly number[] = [0],
): Promise<void> {
  const child = spawn(program, words, { env: environmentOf(folder), stdio: 'ignore' })
  await once(child, 'close')
  if (!allowedCodes.includes(child.exitCode ?? -1))
    throw new Error(`${program} ${words.join(' ')} ended with ${child.exitCode}.`)
}

/** Wine reads and writes file names as the locale says. Its installer of .NET and its menu entries are of no use here. */
function environmentOf(folder: string): Readonly<Record<string, string>> {
  return {
    HOME: homedir(),
    PATH: process.env.PATH ?? '',
    LANG: 'C.UTF-8',
    WINEPREFIX: folder,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=',
  }
}
