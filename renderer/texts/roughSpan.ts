import { counted } from './counting.ts'

/**
 * A span of time as one says it: `less than a minute`, `1 minute`, `12 minutes`, `3 h 48 min`, `2 days`. Said so that it
 * need not change more often than once a minute.
 */
export function roughSpan(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return counted(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return counted(Math.floor(hours / 24), 'day')
}

/** How much longer something takes, rounded up so that it is rather sooner through: `10 s`, `3 min`, `1 h 20 min`. */
export function remainingSpan(seconds: number): string {
  if (seconds < 60) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
