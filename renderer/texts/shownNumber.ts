const format = new Intl.NumberFormat('en-US')

/** `12,408`. */
export function shownNumber(value: number): string {
  return format.format(value)
}
