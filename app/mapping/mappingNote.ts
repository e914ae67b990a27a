import type { CloudAttribute } from '../model/cloudAttribute.ts'
import { shortenValue } from './shortenValue.ts'

/** Why a value, or a whole entry, was left out (DC-24). */
export interface MappingNote {
  readonly code: 'invalid-value' | 'missing-value' | 'unreadable-account-state'
  readonly attribute: CloudAttribute
  /** The value as the expression gave it, shortened; empty when there was none. */
  readonly value: string
  /** A whole sentence that names attribute, value and what is wrong. */
  readonly message: string
}

/** The note on a value that is not what its attribute needs. `problem` follows the value in the sentence. */
export function invalidValue(attribute: CloudAttribute, text: string, problem: string): MappingNote {
  const value = shortenValue(text)
  return { code: 'invalid-value', attribute, value, message: `${attribute}: "${value}" ${problem}.` }
}
