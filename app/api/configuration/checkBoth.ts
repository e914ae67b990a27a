import type { Finding } from '../../model/finding.ts'
import { settingsWarnings } from '../../settings/settingsWarnings.ts'
import { notKeptFindings } from '../../stages/notKeptFindings.ts'
import type { SyncParts } from '../../stages/syncParts.ts'
import { settingsFindings } from './settingsFindings.ts'
import { trackingFinding } from './trackingFinding.ts'

/** Everything that can be said of saved settings and of both sides. Never throws for what it finds. */
export async function checkBoth({ settings, source, target }: SyncParts): Promise<readonly Finding[]> {
  const directory = await gathered(source.check(settings.selection.baseDns))
  // What keeps it from being read is said already.
  const isReadable = directory.every(({ level }) => level !== 'error')
  const store = await gathered(target.check())
  const isWritable = store.every(({ level }) => level !== 'error')
  return [
    ...settingsWarnings(settings),
    ...(await settingsFindings(settings, source)),
    ...directory,
    ...(isReadable ? [await trackingFinding(settings, source)] : []),
    ...store,
    ...(isWritable ? notKeptFindings(settings, await target.discover()) : []),
  ]
}

async function gathered(check: AsyncIterable<Finding>): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for await (const finding of check) findings.push(finding)
  return findings
}
