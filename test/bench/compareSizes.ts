import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TrackingMethod } from '../../app/model/watermark.ts'
import { type BenchStore, startBenchStore } from './benchStore.ts'
import { measureNoChange, type NoChangeMeasurement } from './measureNoChange.ts'
import { median } from './median.ts'
import { runSync } from './runSync.ts'
import type { SyncMeasurement, SyncOptions } from './syncMeasurement.ts'

/** A company to keep equal, and a way to change some of its users. */
export interface Company {
  readonly users: number
  readonly directory: Omit<SyncOptions['directory'], 'tracking'>
  /** Gives `count` users other values. `round` is different each time. */
  change(count: number, round: number): Promise<void>
}

/** Incremental syncs of two companies of different size by one method. Times are medians in milliseconds. */
export interface SizeComparison {
  readonly method: TrackingMethod
  readonly changed: number
  readonly small: SizeMeasurement
  readonly large: SizeMeasurement
  /** Of everything but the directory's answers. */
  readonly ownRatio: number
  readonly cpuRatio: number
  /** An incremental sync of the large company after all that, when nothing has changed. */
  readonly noChange: NoChangeMeasurement
}

export interface SizeMeasurement {
  readonly users: number
  readonly ownMilliseconds: number
  readonly storeMilliseconds: number
  readonly openMilliseconds: number
  readonly cpuMilliseconds: number
  readonly directoryMilliseconds: number
  readonly peakMegabytes: number
}

interface Side {
  readonly company: Company
  readonly folder: string
  readonly store: BenchStore
  readonly runs: SyncMeasurement[]
}

/**
 * After a full sync of each company, changes as many users in both and measures the incremental syncs by turns, so that
 * both meet the same other work on the machine.
 */
export async function compareSizes(
  companies: { readonly small: Company; readonly large: Company },
  methods: readonly TrackingMethod[],
  { folder, changed, rounds }: { readonly folder: string; readonly changed: number; readonly rounds: number },
): Promise<readonly SizeComparison[]> {
  const stores: BenchStore[] = []
  const sideOf = async (name: string, company: Company): Promise<Side> => {
    const store = await startBenchStore(join(folder, `${name}-store.db`))
    stores.push(store)
    const own = join(folder, name)
    mkdirSync(own)
    return { company, folder: own, store, runs: [] }
  }
  try {
    const sides = [await sideOf('small', companies.small), await sideOf('large', companies.large)] as const
    const comparisons: SizeComparison[] = []
    let round = 0
    for (const method of methods) {
      for (const side of sides) await syncSide(side, 'full', method)
      for (let counted = 0; counted < rounds; counted += 1) {
        round += 1
        for (const { company } of sides) await company.change(changed, round)
        for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
          const measured = await syncSide(side, 'incremental', method)
          if (measured.method !== method || measured.changes !== changed) {
            throw new Error(`${measured.changes} changes by ${measured.method} instead of ${changed} by ${method}`)
          }
          side.runs.push(measured)
        }
      }
      comparisons.push({ ...comparison(method, changed, sides), noChange: await noChangeOf(sides[1], method) })
      for (const { runs } of sides) runs.length = 0
    }
    return comparisons
  } finally {
    for (const store of stores) await store.stop()
  }
}

function syncSide({ company, folder, store }: Side, kind: SyncOptions['kind'], tracking: TrackingMethod) {
  return runSync({ kind, folder, directory: { ...company.directory, tracking }, store })
}

function noChangeOf({ company, folder, store }: Side, tracking: TrackingMethod): Promise<NoChangeMeasurement> {
  const { users, directory } = company
  return measureNoChange({ users, folder, directory: { ...directory, tracking }, store })
}

function comparison(
  method: TrackingMethod,
  changed: number,
  [small, large]: readonly [Side, Side],
): Omit<SizeComparison, 'noChange'> {
  const [less, more] = [measurement(small), measurement(large)]
  const ratio = (value: (each: SizeMeasurement) => number) => Number((value(more) / value(less)).toFixed(2))
  return {
    method,
    changed,
    small: less,
    large: more,
    ownRatio: ratio((each) => each.ownMilliseconds),
    cpuRatio: ratio((each) => each.cpuMilliseconds),
  }
}

function measurement({ company, runs }: Side): SizeMeasurement {
  const of = (value: (each: SyncMeasurement) => number) => Math.round(median(runs.map(value)))
  return {
    users: company.users,
    ownMilliseconds: of((each) => each.ownMilliseconds),
    storeMilliseconds: of((each) => each.storeMilliseconds),
    openMilliseconds: of((each) => each.openMilliseconds),
    cpuMilliseconds: of((each) => each.cpuMilliseconds),
    directoryMilliseconds: of((each) => each.directoryMilliseconds),
    peakMegabytes: of((each) => each.peakMegabytes),
  }
}
