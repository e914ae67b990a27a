import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const markName = 'state.closed'

/** Remembers what the state file looks like after its writer has closed it. Without that it is checked again, no more. */
export function rememberClosed(folder: string): void {
  try {
    const looks = looksOf(folder)
    if (looks !== null) writeFileSync(join(folder, markName), looks)
  } catch {
    // A full disk, for example.
  }
}

/**
 * Whether the state file is as its writer has closed it: then it was whole, and nobody has touched it since. A killed
 * writer, another program, and a copy from elsewhere all leave other traces.
 */
export function isAsClosed(folder: string): boolean {
  try {
    return readFileSync(join(folder, markName), 'utf8') === looksOf(folder)
  } catch {
    return false
  }
}

/** Null while changes stand beside the file that are not in it yet. */
function looksOf(folder: string): string | null {
  const file = join(folder, 'state.db')
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) return null
  const { size, mtimeNs, ino } = statSync(file, { bigint: true })
  return `${size} ${mtimeNs} ${ino}`
}
