const longestShown = 80

/** A value for one line of a report: control characters made visible, the end cut off when it is long. */
export function shortenValue(value: string): string {
  const shown = value
    .slice(0, longestShown)
    .replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return value.length > longestShown ? `${shown}…` : shown
}
