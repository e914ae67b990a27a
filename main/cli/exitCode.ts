import type { RunStatus } from '../../app/model/run.ts'

/** What the command line tells a script; documented in the README. */
export const exitCode = {
  done: 0,
  error: 1,
  changesPending: 2,
  halted: 3,
  /** Of `service status`, as systemctl has it. */
  serviceNotRunning: 3,
  someFailed: 4,
  usage: 64,
  /** Ctrl+C while a service was working for the command. */
  leftRunning: 130,
} as const

export function exitCodeOf(status: RunStatus): number {
  switch (status) {
    case 'halted':
      return exitCode.halted
    case 'partial':
      return exitCode.someFailed
    case 'failed':
    case 'refused':
    case 'interrupted':
      return exitCode.error
    default:
      return exitCode.done
  }
}
