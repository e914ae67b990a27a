import { rmSync } from 'node:fs'
import { quickFolder } from '../fakes/quickFolder.ts'

/** A folder of its own for each test of the suite, removed afterwards. */
export function temporaryFolders(): () => string {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    const folder = quickFolder('state')
    folders.push(folder)
    return folder
  }
}
