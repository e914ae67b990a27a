import type { PhotoAnswers } from './photoServer.ts'

/** One run over people with pictures. */
export interface PictureRun {
  readonly name: string
  readonly status: string
  readonly milliseconds: number
  readonly cpuMilliseconds: number
  readonly peakMegabytes: number
  /** Pictures that were looked at, sent, and could not be sent. */
  readonly looked: number
  readonly sent: number
  readonly failed: number
  readonly directoryMegabytes: number
  readonly toStoreMegabytes: number
  readonly fromStoreMegabytes: number
  readonly fromServer: PhotoAnswers
  /** The most that the folder scratch held, and what it held at the end. */
  readonly scratchMegabytes: number
  readonly scratchAfterMegabytes: number
  readonly stateMegabytes: number
}

export interface PictureMeasurement {
  readonly users: number
  readonly source: 'attribute' | 'server'
  readonly runs: readonly PictureRun[]
  /** Of full syncs without a change: with pictures against without. */
  readonly ratios: { readonly time: number; readonly processor: number }
}

/** What pictures cost, run by run. */
export function pictureTable({ source, users, runs, ratios }: PictureMeasurement): string {
  const heads = ['run', 'looked at', 'sent', 'from the directory', 'to the store', 'from the resource server']
  const cells = runs.map((each) => [
    each.name,
    `${each.looked}`,
    `${each.sent}`,
    `${each.directoryMegabytes} MB`,
    `${each.toStoreMegabytes} MB`,
    `${each.fromServer.pictures} pictures, ${each.fromServer.unchanged} unchanged`,
    `${each.scratchMegabytes} MB, then ${each.scratchAfterMegabytes} MB`,
    `${each.milliseconds} ms`,
    `${each.peakMegabytes} MB`,
  ])
  const all = [...heads, 'scratch', 'time', 'peak memory']
  const table = [all, all.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n')
  const against = `on against off ${ratios.time.toFixed(2)}, of the processor ${ratios.processor.toFixed(2)}`
  return `${users} users, source ${source}; ${against}\n\n${table}`
}
