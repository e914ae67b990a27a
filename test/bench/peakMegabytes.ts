import { readFileSync } from 'node:fs'

/**
 * The most memory that this process has had resident, in MB. On Linux `getrusage` starts a process at what its parent
 * held, so the number of the address space itself is taken.
 */
export function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
