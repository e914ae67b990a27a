const longest = 1000

/** What a store says of a failure, for messages that are kept: at most 1,000 characters, and never a picture (DC-81). */
export function shownDetail(text: string): string {
  const shown = text.replace(/(data:[\w.+-]*\/?[\w.+-]*;base64,)[A-Za-z0-9+/=_-]+/gi, '$1…')
  return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown
}
