import type { FreshEvent } from '../../app/api/service.ts'
import type { LogFiles } from '../../app/events/logFiles.ts'
import { assertNever } from '../../app/model/assertNever.ts'
import { ConnectorError } from '../../app/model/error.ts'
import type { Lane } from '../../app/schedule/lane.ts'
import type { ScheduleTrouble } from '../../app/schedule/scheduler.ts'
import type { State } from '../../app/state/state.ts'

/** What the service itself has to say, beside its runs. None of it throws. */
export interface ServiceEvents {
  note(code: string, message: string): void
  trouble(trouble: ScheduleTrouble): void
  /** The settings cannot be used; the service waits for better ones. */
  settingsFailed(error: unknown): void
  /** The made-up company could not be started again. */
  demoFailed(error: unknown): void
  /** A failure that no administrator can mend; its stack goes to the log files alone. */
  defect(error: Error): void
}

export interface ServiceEventsParts {
  readonly state: State
  readonly log: LogFiles
  readonly now: () => Date
}

const laneNames: Readonly<Record<Lane, string>> = { full: 'full sync', incremental: 'incremental sync' }

export function serviceEvents({ state, log, now }: ServiceEventsParts): ServiceEvents {
  const record = (event: Pick<FreshEvent, 'level' | 'code' | 'message'> & Partial<FreshEvent>) => {
    const whole: FreshEvent = {
      at: now().toISOString(),
      side: 'connector',
      remedy: '',
      runId: null,
      object: null,
      ...event,
    }
    try {
      state.events.add([whole])
    } catch (error) {
      // The event is in the log files; that it is nowhere else should be seen there too.
      log.write({ ...whole, level: 'error', code: 'event-not-recorded', message: textOf(error) })
    }
  }
  return {
    note: (code, message) => record({ level: 'info', code, message }),
    trouble(trouble) {
      const { side, remedy } = partsOf(trouble.error)
      switch (trouble.kind) {
        case 'run-failed': {
          const message = `The ${laneNames[trouble.lane]} of the schedule did not succeed: ${textOf(trouble.error)}`
          return record({ level: 'error', code: 'scheduled-run-failed', side, remedy, message })
        }
        case 'upkeep-failed': {
          const message = `The schedule cannot be kept up, and is tried again every minute: ${textOf(trouble.error)}`
          return record({ level: 'error', code: 'schedule-failed', side, remedy, message })
        }
        default:
          return assertNever(trouble)
      }
    },
    settingsFailed(error) {
      const { side, remedy } = partsOf(error)
      record({ level: 'error', code: 'settings-unusable', side, remedy, message: textOf(error) })
    },
    demoFailed(error) {
      const { side, remedy } = partsOf(error)
      const message = `The made-up company could not be started again: ${textOf(error)}`
      record({ level: 'warning', code: 'demo-not-started', side, remedy: remedy || otherProgram, message })
    },
    defect(error) {
      const remedy = 'This is a defect of the connector: please report it with the log files.'
      record({ level: 'error', code: 'unexpected', message: error.message, remedy })
      log.write({
        at: now().toISOString(),
        level: 'debug',
        side: 'connector',
        code: 'unexpected',
        message: String(error.stack),
        remedy: '',
        runId: null,
        object: null,
      })
    },
  }
}

const otherProgram = 'End the program that uses its ports, then restart the service.'

function partsOf(error: unknown): Pick<ConnectorError, 'side' | 'remedy'> {
  return error instanceof ConnectorError ? error : { side: 'connector', remedy: '' }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
