/**
 * The wait that a Retry-After header asks for, in milliseconds; null when there is none or it cannot be read. The
 * header holds whole seconds or an HTTP date (RFC 9110 section 10.2.3).
 */
export function retryAfterMilliseconds(header: string | null, now: Date): number | null {
  if (header === null) return null
  const text = header.trim()
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime())
}
