import { ConnectorError } from '../../app/model/error.ts'
import type { Terminal } from './terminal.ts'

/** Tells what went wrong, on which side, where, and what to do. Only a defect shows a stack, and only when asked to. */
export function printError(error: unknown, terminal: Terminal): void {
  const { side, code, message, remedy, place } = parts(error)
  if (terminal.json) terminal.printJson({ error: { side, code, message, remedy, place: place ?? null } })
  terminal.tell(`Error (${side}): ${message}`)
  if (place !== undefined && !message.includes(place)) terminal.tell(`  Where: ${place}`)
  if (remedy !== '') terminal.tell(`  What to do: ${remedy}`)
  if (terminal.verbose && error instanceof Error) terminal.tell(String(error.stack))
}

function parts(error: unknown): Pick<ConnectorError, 'side' | 'code' | 'message' | 'remedy' | 'place'> {
  if (error instanceof ConnectorError) return error
  const message = error instanceof Error ? error.message : String(error)
  const remedy = 'This is a defect of the connector: please report it with the output of --verbose.'
  return { side: 'connector', code: 'unexpected', message, remedy, place: undefined }
}
