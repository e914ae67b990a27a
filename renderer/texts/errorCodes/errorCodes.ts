import { connectorErrors } from './connectorErrors.ts'
import { directoryErrors } from './directoryErrors.ts'
import type { ErrorText, ErrorTexts } from './errorText.ts'
import { guardErrors } from './guardErrors.ts'
import { pictureErrors } from './pictureErrors.ts'
import { settingsErrors } from './settingsErrors.ts'
import { storeErrors } from './storeErrors.ts'

/** Where a code comes from: the sides of an error, and two groups that a person looks for by themselves. */
export const errorGroups = ['settings', 'directory', 'connector', 'store', 'guards', 'pictures'] as const
export type ErrorGroup = (typeof errorGroups)[number]

export const errorCodes: Readonly<Record<ErrorGroup, ErrorTexts>> = {
  settings: settingsErrors,
  directory: directoryErrors,
  connector: connectorErrors,
  store: storeErrors,
  guards: guardErrors,
  pictures: pictureErrors,
}

/** What a code means on each side that has it; empty for a code that nobody knows. */
export function textsOfCode(code: string): ReadonlyArray<{ readonly group: ErrorGroup; readonly text: ErrorText }> {
  return errorGroups.flatMap((group) => {
    const text = errorCodes[group][code] ?? (group === 'guards' ? errorCodes.guards[withoutKind(code)] : undefined)
    return text === undefined ? [] : [{ group, text }]
  })
}

/** `deletions-users` halts for the same reason as `deletions-groups`. */
function withoutKind(code: string): string {
  return code.replace(/-(users|rooms|groups|contacts|avatars)$/, '')
}
