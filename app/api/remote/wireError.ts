import { z } from 'zod'
import { ConnectorError } from '../../model/error.ts'

const wireError = z.object({
  side: z.enum(['settings', 'directory', 'connector', 'store']),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  place: z.string().nullable(),
})
/** A ConnectorError as it crosses the socket: whole, but for its cause. */
export type WireError = Readonly<z.infer<typeof wireError>>

export function toWire({ side, code, message, remedy, place }: ConnectorError): WireError {
  return { side, code, message, remedy, place: place ?? null }
}

/** Undefined when `value` is no ConnectorError that crossed. */
export function fromWire(value: unknown): ConnectorError | undefined {
  const read = wireError.safeParse(value)
  if (!read.success) return undefined
  const { place, ...parts } = read.data
  return new ConnectorError({ ...parts, ...(place !== null && { place }) })
}
