import { z } from 'zod'
import { parsePosition } from '../parsePosition.ts'
import type { Controller } from './readController.ts'

/** Up to where the changes of one domain controller are known. */
const known = z.strictObject({
  invocationId: z.string(),
  server: z.string(),
  usn: z.string().regex(/^\d+$/),
  /** The controller's own clock then, in milliseconds. */
  time: z.number().nullable(),
})

/** The last one used first. */
const position = z.strictObject({ controllers: z.array(known).min(1) })

export type KnownController = z.infer<typeof known>
export type UsnPosition = z.infer<typeof position>

const mostControllers = 50

export function parseUsnPosition(text: string): UsnPosition | undefined {
  return parsePosition(position, text)
}

/** `earlier` with what is known of the controller `server` now. */
export function formatUsnPosition(
  earlier: readonly KnownController[],
  server: string,
  { invocationId, highestUsn, time }: Controller,
): string {
  const others = earlier.filter((each) => each.invocationId !== invocationId)
  const now: KnownController = { invocationId, server, usn: String(highestUsn), time }
  return JSON.stringify({ controllers: [now, ...others].slice(0, mostControllers) } satisfies UsnPosition)
}
