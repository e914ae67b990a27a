import type { Event } from '../../app/model/event.ts'

/** One event as it is shown: time, level, side and message, and below them what to do. */
export function eventLines({ at, level, side, message, remedy }: Event): readonly string[] {
  const line = `${at}  ${level.padEnd(7)}  ${side.padEnd(9)}  ${message}`
  return remedy === '' ? [line] : [line, `${' '.repeat(at.length + 22)}→ ${remedy}`]
}
