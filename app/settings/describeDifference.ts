import type { SettingsDifference } from './diffSettings.ts'

/** A difference in one line: `~ directory.tls.verify: true → false`. */
export function describeDifference(difference: SettingsDifference): string {
  const { path } = difference
  const text = (value: unknown) => JSON.stringify(value)
  switch (difference.kind) {
    case 'added':
      return `+ ${path}: ${text(difference.after)}`
    case 'removed':
      return `- ${path}: ${text(difference.before)}`
    case 'changed':
      return `~ ${path}: ${text(difference.before)} → ${text(difference.after)}`
  }
}
