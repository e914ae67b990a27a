import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ldapmodify } from '../services/ldapmodify.ts'
import type { PeopleOptions } from '../services/peopleLdif.ts'
import { startSlapd } from '../services/slapd.ts'
import { startBenchStore } from './benchStore.ts'
import { startByteCounter } from './byteCounter.ts'
import { startCountingProxy } from './countingProxy.ts'
import { withDiskUse } from './diskUse.ts'
import { median } from './median.ts'
import { PhotoAlbum } from './photoAlbum.ts'
import { startPhotoServer } from './photoServer.ts'
import type { PictureMeasurement, PictureRun } from './pictureTable.ts'
import { runSync } from './runSync.ts'
import type { PictureOptions, SyncOptions } from './syncMeasurement.ts'

/**
 * Syncs of users with pictures of 20 KB, first from an attribute of the directory, then from a resource server that has
 * the same ones: memory, disk, and what goes over the network when pictures are the same and when some are others.
 *
 * node --max-semi-space-size=8 --heap-growing-percent=50 test/bench/pictures.ts [users, 100000] [changed, 100] [rounds, 3]
 */
const users = Number(process.argv[2] ?? 100_000)
const changed = Number(process.argv[3] ?? 100)
const rounds = Number(process.argv[4] ?? 3)
const baseDn = 'dc=example,dc=com'
const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn, users, groups: 0 }
const album = new PhotoAlbum(people)
const folder = mkdtempSync(join(tmpdir(), 'connector-bench-'))
const data = join(folder, 'data')
mkdirSync(data)

const slapd = await startSlapd({ baseDn, ldif: album.ldif(), sessionLog: 10_000 })
const store = await startBenchStore(join(folder, 'store.db'))
const directoryBytes = await startCountingProxy(slapd.url)
const storeBytes = await startByteCounter(store.url)
const server = await startPhotoServer(album)
const inDirectory: PictureOptions = { source: 'attribute', attribute: 'jpegPhoto' }
const onServer: PictureOptions = { source: 'server', pattern: server.pattern }

async function run(name: string, kind: SyncOptions['kind'], pictures?: PictureOptions): Promise<PictureRun> {
  const directory = {
    type: 'ldap',
    url: directoryBytes.url,
    user: slapd.admin.dn,
    password: slapd.admin.password,
    baseDn,
    tracking: 'syncrepl',
  } as const
  const options = { kind, folder: data, directory, store: { url: storeBytes.url, token: store.token } }
  const measured = await withDiskUse(data, () => runSync({ ...options, ...(pictures && { pictures }) }))
  const { value, most, after } = measured
  const { read, create, update, failed } = value.pictures
  const megabytes = (bytes: number) => Number((bytes / 1_000_000).toFixed(2))
  const fromDirectory = directoryBytes.take()
  const withStore = storeBytes.take()
  const result: PictureRun = {
    name,
    status: value.status,
    milliseconds: Math.round(value.totalMilliseconds),
    cpuMilliseconds: Math.round(value.cpuMilliseconds),
    peakMegabytes: Math.round(value.peakMegabytes),
    looked: read,
    sent: create + update,
    failed,
    directoryMegabytes: megabytes(fromDirectory.bytesReceived),
    toStoreMegabytes: megabytes(withStore.bytesSent),
    fromStoreMegabytes: megabytes(withStore.bytesReceived),
    fromServer: server.take(),
    scratchMegabytes: megabytes(most.scratch),
    scratchAfterMegabytes: megabytes(after.scratch),
    stateMegabytes: megabytes(after.state),
  }
  console.error(JSON.stringify(result))
  return result
}

/** By turns, so that both meet the same other work on the machine. */
async function compare(pictures: PictureOptions): Promise<{ off: PictureRun; on: PictureRun }> {
  const off: PictureRun[] = []
  const on: PictureRun[] = []
  for (let round = 0; round < rounds; round += 1) {
    off.push(await run('full, pictures off', 'full'))
    on.push(await run('full, nothing changed', 'full', pictures))
  }
  return { off: middle(off), on: middle(on) }
}

function middle(runs: readonly PictureRun[]): PictureRun {
  const milliseconds = median(runs.map((each) => each.milliseconds))
  const found = runs.find((each) => each.milliseconds === milliseconds)
  if (found === undefined) throw new Error('There is no middle run.')
  return { ...found, peakMegabytes: Math.max(...runs.map((each) => each.peakMegabytes)) }
}

/** Only what is another picture is read and sent, and all disk space is given back. */
function checkSent({ name, looked, sent, failed, fromServer, scratchAfterMegabytes }: PictureRun, expected: number) {
  const read = fromServer.pictures + fromServer.unchanged > 0 ? fromServer.pictures : looked
  if (read !== expected || sent !== expected || failed > 0 || scratchAfterMegabytes > 0) {
    throw new Error(
      `${name}: ${read} pictures read, ${sent} sent, ${failed} failed, ${scratchAfterMegabytes} MB left, expected ${expected}`,
    )
  }
}

async function measure(source: PictureOptions): Promise<PictureMeasurement> {
  const runs = [await run('dry run', 'dry-run', source), await run('first full sync', 'full', source)]
  const { off, on } = await compare(source)
  await ldapmodify({ url: slapd.url, bindDn: slapd.admin.dn, password: slapd.admin.password }, album.change(changed))
  const incremental = await run(`incremental, ${changed} other pictures`, 'incremental', source)
  const again = await run('incremental, nothing changed', 'incremental', source)
  checkSent(on, 0)
  checkSent(incremental, changed)
  checkSent(again, 0)
  return {
    users,
    source: source.source,
    runs: [...runs, off, on, incremental, again],
    ratios: { time: on.milliseconds / off.milliseconds, processor: on.cpuMilliseconds / off.cpuMilliseconds },
  }
}

try {
  console.log(JSON.stringify([await measure(inDirectory), await measure(onServer)]))
} finally {
  await server.stop()
  await storeBytes.stop()
  await directoryBytes.stop()
  await store.stop()
  await slapd.stop()
  rmSync(folder, { recursive: true, force: true })
}
