import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { requireProgram } from '../services/installed.ts'
import { waitUntil } from '../services/waitUntil.ts'

/** A display without a screen. */
export interface Display {
  /** `:7`, for the environment variable DISPLAY. */
  readonly name: string
  stop(): Promise<void>
}

/** Starts a display of 1920×1200 whose number is free. */
export async function startDisplay(): Promise<Display> {
  const words = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp']
  const child = spawn(requireProgram('Xvfb'), words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  let number = ''
  child.stdio[3]?.on('data', (data: Buffer) => {
    number += data.toString()
  })
  await waitUntil('the display says its number', () => number.endsWith('\n') || child.exitCode !== null)
  if (child.exitCode !== null) throw new Error(`Xvfb ended with ${child.exitCode}.`)
  return {
    name: `:${number.trim()}`,
    async stop() {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}
