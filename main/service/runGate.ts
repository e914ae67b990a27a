import { EventEmitter, once } from 'node:events'
import type { RunningRun } from '../../app/api/overview/serviceStatus.ts'
import { ConnectorError } from '../../app/model/error.ts'
import type { Progress } from '../../app/model/progress.ts'
import type { RunKind } from '../../app/model/run.ts'

/** Lets one run through at a time, and knows what it is doing. */
export interface RunGate {
  readonly running: RunningRun | null
  /** @throws ConnectorError (side connector) `busy`, which names what is running and since when */
  run<Result>(kind: RunKind, startedBy: RunningRun['startedBy'], work: () => Promise<Result>): Promise<Result>
  /** Takes what the present run tells. */
  progress(progress: Progress): void
  /** Resolves when nothing runs. */
  free(): Promise<void>
}

/** `changed` hears of every new run, its progress and its end. */
export function runGate(now: () => Date, changed: (running: RunningRun | null) => void): RunGate {
  const ends = new EventEmitter().setMaxListeners(0)
  let running: RunningRun | null = null
  const become = (next: RunningRun | null) => {
    running = next
    changed(next)
  }
  return {
    get running() {
      return running
    },
    async run(kind, startedBy, work) {
      if (running) throw busy(running)
      become({ kind, startedBy, startedAt: now().toISOString(), progress: null })
      try {
        return await work()
      } finally {
        become(null)
        ends.emit('end')
      }
    },
    progress(progress) {
      if (running) become({ ...running, progress })
    },
    async free() {
      while (running) await once(ends, 'end')
    },
  }
}

const names: Readonly<Record<RunKind, string>> = {
  'dry-run': 'A dry run',
  full: 'A full sync',
  incremental: 'An incremental sync',
  only: 'A sync of one entry',
  apply: 'The application of a plan',
  undo: 'The planning of an undo',
}

function busy({ kind, startedBy, startedAt }: RunningRun): ConnectorError {
  const by = startedBy === 'schedule' ? ', started by the schedule,' : ''
  return new ConnectorError({
    side: 'connector',
    code: 'busy',
    message: `${names[kind]}${by} has been running in the service since ${startedAt}.`,
    remedy: 'Wait until it has ended (`service status` shows how far it is), then try again; nothing was begun now.',
  })
}
