import { ConnectorError } from '../../../model/error.ts'
import type { Gap } from '../../../model/gap.ts'
import { ConnectionLostError } from '../protocol/connectionLostError.ts'
import { ServerBusyError } from '../protocol/serverBusyError.ts'
import { resultGap } from './resultGap.ts'

/** Why a base could not be read to its end for now. */
export type Loss = ConnectionLostError | ServerBusyError | ConnectorError

/** Whether another attempt, or another server, may do better. */
export function isLoss(error: unknown): error is Loss {
  return error instanceof ConnectionLostError || error instanceof ServerBusyError || error instanceof ConnectorError
}

/** The gap of a base that was given up; `attempts` is how many were made. */
export function lossGap(baseDn: string, loss: Loss, attempts: number): Gap {
  if (loss instanceof ServerBusyError) return resultGap(baseDn, loss.result, loss.read)
  const detail = loss instanceof ConnectionLostError ? `${loss.detail}.` : loss.message
  return {
    kind: 'connection-lost',
    baseDn,
    message: `${baseDn} could not be read to its end${attempts === 1 ? '' : ` in ${attempts} attempts`}: ${detail}`,
    remedy:
      loss instanceof ConnectorError
        ? loss.remedy
        : 'Run again when the server and the network are well; a second server under directory.servers helps.',
  }
}
