/** A text as it is looked for: neither case nor the way in which an accent is written makes a difference. */
export function withoutCase(text: string): string {
  return text.toLowerCase().normalize('NFC').replaceAll('ς', 'σ')
}
