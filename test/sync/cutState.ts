import { closeSync, existsSync, openSync, readFileSync, readSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from './randomFrom.ts'

const headerBytes = 32
const frameHeaderBytes = 24

/**
 * Cuts the write-ahead log of a data folder that nobody has open, at any byte of what is not carried over into the database
 * yet, half of the time in its last transaction: what a disk that lost its latest writes would leave. See
 * https://sqlite.org/walformat.html.
 * @returns what was done
 */
export function cutState(folder: string, random: Random): string {
  const log = join(folder, 'state.db-wal')
  const index = join(folder, 'state.db-shm')
  if (!existsSync(log) || !existsSync(index) || statSync(log).size <= headerBytes) return 'no log to cut'
  const { lastFrame, carriedOver } = readIndex(index)
  const frameBytes = frameHeaderBytes + readNumber(log, 8)
  const endOf = (frame: number) => headerBytes + frame * frameBytes
  if (lastFrame <= carriedOver) return 'nothing in the log that is not carried over'
  let first = carriedOver
  if (random.between(0, 1) === 1) {
    // Frames that end a transaction hold the size of the database.
    for (let frame = carriedOver + 1; frame < lastFrame; frame += 1) {
      if (readNumber(log, endOf(frame - 1) + 4) > 0) first = frame
    }
  }
  const at = random.between(endOf(first), endOf(lastFrame) - 1)
  truncateSync(log, at)
  return `cut the log at byte ${at}, in frame ${Math.ceil((at - headerBytes) / frameBytes)} of ${lastFrame}, ${carriedOver} of them carried over`
}

/** The newest frame, and how many of them may be in the database already. */
function readIndex(file: string): { readonly lastFrame: number; readonly carriedOver: number } {
  const bytes = readFileSync(file)
  return { lastFrame: bytes.readUInt32LE(16), carriedOver: Math.max(bytes.readUInt32LE(96), bytes.readUInt32LE(128)) }
}

function readNumber(file: string, position: number): number {
  const bytes = Buffer.alloc(4)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, bytes, 0, 4, position)
  } finally {
    closeSync(descriptor)
  }
  return bytes.readUInt32BE(0)
}
