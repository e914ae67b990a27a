import type { ZodType } from 'zod'

/** The stored position in the form of `schema`; undefined when it is not of that form. */
export function parsePosition<Position>(schema: ZodType<Position>, text: string): Position | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
