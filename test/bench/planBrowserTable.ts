/** What `planBrowser.ts` prints. */
export interface PlanBrowserMeasurement {
  readonly rows: number
  readonly times: ReadonlyArray<{
    readonly name: string
    readonly medianMilliseconds: number
    readonly longestMilliseconds: number
  }>
  readonly moreMegabytes: number
}

export function planBrowserTable({ rows, times, moreMegabytes }: PlanBrowserMeasurement): string {
  return [
    `| of ${rows} rows | median | longest |`,
    '|---|---|---|',
    ...times.map(
      ({ name, medianMilliseconds, longestMilliseconds }) =>
        `| ${name} | ${medianMilliseconds} ms | ${longestMilliseconds} ms |`,
    ),
    '',
    `${moreMegabytes} MB more are held afterwards.`,
  ].join('\n')
}
