import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Nothing in tests has to outlive a power cut: memory is quicker than a disk that is asked to be sure each time. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Makes an empty folder, in memory where that is possible. The caller removes it. */
export function quickFolder(name: string): string {
  return mkdtempSync(join(parent, `${name}-`))
}
