import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Waits until this process is the only one that holds the lock `file`, at most `seconds`. The lock of a process that
 * has ended is taken over. Returns the function that gives it back.
 */
export async function acquireLock(file: string, seconds: number): Promise<() => void> {
  const deadline = Date.now() + seconds * 1000
  while (!tryLock(file)) {
    if (Date.now() > deadline) throw new Error(`${file} was held for more than ${seconds} s.`)
    if (!isHeld(file)) rmSync(file, { force: true })
    await sleep(100)
  }
  return () => rmSync(file, { force: true })
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

function isHeld(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    // An empty file was made this instant: its holder is about to write its id.
    if (holder === 0) return true
    process.kill(holder, 0)
    return true
  } catch {
    return false
  }
}
