import type { CloudAttribute } from '../model/cloudAttribute.ts'
import { shortenValue } from './shortenValue.ts'

/** Why a value, or a whole entry, was left out (DC-24), or what a value became that was more than spelled differently. */
export interface MappingNote {
  readonly code: 'invalid-value' | 'fallback' | 'missing-value' | 'unreadable-account-state'
  readonly attribute: CloudAttribute
  /** The value as the expression gave it, shortened; empty when there was none. */
  readonly value: string
  /** A whole sentence that names attribute, value and what is wrong. */
  readonly message: string
}

/** The note on a value that is not what its attribute needs. `problem` follows the value in the sentence. */
export function invalidValue(attribute: CloudAttribute, text: string, problem: string): MappingNote {
  return valueNote('invalid-value', attribute, text, problem)
}

/** The note on a value that was changed in more than spelling, replaced, or let through with a doubt. */
export function fallbackValue(attribute: CloudAttribute, text: string, note: string): MappingNote {
  return valueNote('fallback', attribute, text, note)
}

function valueNote(code: MappingNote['code'], attribute: CloudAttribute, text: string, predicate: string): MappingNote {
  const value = shortenValue(text)
  return { code, attribute, value, message: `${attribute}: "${value}" ${predicate}.` }
}
