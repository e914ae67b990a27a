import { copyFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { isAsClosed } from '../../app/state/sqlite/closedState.ts'
import { now, open } from './stateFixture.ts'
import { temporaryFolders } from './temporaryFolders.ts'

describe('the state file', () => {
  const newFolder = temporaryFolders()

  function closedFolder(): string {
    const folder = newFolder()
    const state = open(folder)
    state.runs.start('full', now)
    state.close()
    return folder
  }

  it('is known again as it was closed, so that it need not be checked', () => {
    const folder = closedFolder()
    expect(isAsClosed(folder)).toBe(true)
    open(folder, 'read').close()
    expect(isAsClosed(folder)).toBe(true)
  })

  it('is not known while it is written, or after its writer was killed', () => {
    const folder = closedFolder()
    const state = open(folder)
    state.runs.start('full', now)
    expect(isAsClosed(folder)).toBe(false)
    state.close()
    expect(isAsClosed(folder)).toBe(true)
  })

  it('is not known after somebody else has touched it, or put another in its place', () => {
    const [touched, replaced] = [closedFolder(), closedFolder()]
    const file = join(touched, 'state.db')
    utimesSync(file, statSync(file).atime, new Date(0))
    expect(isAsClosed(touched)).toBe(false)
    copyFileSync(file, join(replaced, 'state.db'))
    expect(isAsClosed(replaced)).toBe(false)
  })
})
