/**
 * The text by which uids and e-mail addresses are compared (DC-25, DC-30): composed (NFC) and in lower case. Two entries
 * with equal keys are in conflict.
 */
export function uidKey(text: string): string {
  return text.toLowerCase().normalize('NFC')
}
