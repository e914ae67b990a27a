import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { systemdUnit } from '../../main/service/install/systemdUnit.ts'
import { findProgram } from '../services/installed.ts'

const command = {
  executable: process.execPath,
  words: ['--max-semi-space-size=8', '/opt/connector/service.js', '--data-dir'],
  environment: { ELECTRON_RUN_AS_NODE: '1' },
}
const unit = (dataFolder: string) =>
  systemdUnit({
    name: 'directory-connector',
    dataFolder,
    user: 'root',
    command: { ...command, words: [...command.words, dataFolder] },
  })

describe('The systemd unit', () => {
  test('runs the service of its data folder, and lets it write there alone', () => {
    const text = unit('/var/lib/directory-connector')
    expect(text).toContain(
      `ExecStart=${process.execPath} --max-semi-space-size=8 /opt/connector/service.js --data-dir /var/lib/directory-connector\n`,
    )
    expect(text).toContain('\nReadWritePaths=/var/lib/directory-connector\n')
    expect(text).toMatch(/\nEnvironment=MALLOC_\S+ MALLOC_\S+ ELECTRON_RUN_AS_NODE=1\n/)
    expect(text).toContain('\nProtectSystem=strict\n')
    expect(text).toContain('\nNoNewPrivileges=yes\n')
    expect(text).toContain('\nRestart=on-failure\n')
    expect(text).toContain('\nTimeoutStopSec=15\n')
    expect(text).not.toMatch(/@[A-Z_]+@/)
  })

  test('spells odd folders as systemd reads them', () => {
    expect(unit('/srv/50% "new" $x')).toContain('--data-dir "/srv/50%% \\"new\\" $$x"\n')
  })

  const analyze = findProgram('systemd-analyze')
  if (analyze === undefined) {
    test('is left out: needs systemd-analyze', () => {
      console.warn('Left out: whether systemd accepts the unit; systemd-analyze is not installed.')
    })
  } else {
    test.each(['/var/lib', '/srv/my data 50%'])('is accepted by systemd for %s', async (dataFolder) => {
      const folder = mkdtempSync(join(tmpdir(), 'connector-unit-'))
      try {
        const file = join(folder, 'directory-connector.service')
        writeFileSync(file, unit(dataFolder))
        const words = ['verify', '--man=no', '--generators=no', '--recursive-errors=no', file]
        const { stdout, stderr } = await promisify(execFile)(analyze, words)
        expect(stdout + stderr).toBe('')
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  }
})
