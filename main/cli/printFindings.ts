import type { Finding } from '../../app/model/finding.ts'
import { formatTable } from './formatTable.ts'
import type { Terminal } from './terminal.ts'

const marks = { ok: 'ok', warning: 'WARNING', error: 'ERROR' } as const

/** Findings as a table, each remedy below what it mends. */
export function printFindings(findings: readonly Finding[], terminal: Terminal): void {
  if (findings.length === 0) return
  const rows = findings.flatMap(({ level, side, subject, message, remedy }) => [
    [marks[level], side, subject, message],
    ...(remedy === '' ? [] : [['', '', '', `→ ${remedy}`]]),
  ])
  for (const line of formatTable(['', 'Side', 'What', 'Finding'], rows)) terminal.print(line)
}
