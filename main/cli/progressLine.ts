import type { Progress, ProgressListener } from '../../app/model/progress.ts'

const phaseNames: Readonly<Record<Progress['phase'], string>> = {
  connect: 'Connecting',
  'read-directory': 'Reading the directory',
  'read-pictures': 'Looking at pictures',
  'read-store': 'Reading the store',
  map: 'Mapping',
  plan: 'Planning',
  write: 'Writing',
  record: 'Recording',
}

const refreshMilliseconds = 100

/** Shows progress in one line that is written over; silent when `stream` is no terminal. */
export function progressLine(stream: NodeJS.WriteStream, now: () => number): { listen: ProgressListener; end(): void } {
  if (!stream.isTTY) return { listen: () => {}, end: () => {} }
  let phase: Progress['phase'] | null = null
  let phaseBegan = 0
  let shownAt = 0
  return {
    listen(progress) {
      const at = now()
      if (progress.phase !== phase) {
        phase = progress.phase
        phaseBegan = at
      } else if (at - shownAt < refreshMilliseconds) return
      shownAt = at
      stream.write(`\r\x1b[K${describeProgress(progress, (at - phaseBegan) / 1000)}`)
    },
    end: () => void stream.write('\r\x1b[K'),
  }
}

/** Phase, count, rate and time left, as far as they are known. */
export function describeProgress({ phase, done, total }: Progress, seconds: number): string {
  const number = (value: number) => value.toLocaleString('en-US')
  const count = total === undefined ? number(done) : `${number(done)} of ${number(total)}`
  const rate = seconds >= 1 && done > 0 ? done / seconds : 0
  const left = rate > 0 && total !== undefined && done < total ? `, ${duration((total - done) / rate)} left` : ''
  return `${phaseNames[phase]}: ${count}${rate > 0 ? ` (${number(Math.round(rate))} a second${left})` : ''}`
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`
  return `${Math.floor(seconds / 3600)} h ${Math.ceil((seconds % 3600) / 60)} min`
}
