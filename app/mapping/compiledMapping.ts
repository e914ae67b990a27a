import type { CloudAttribute } from '../model/cloudAttribute.ts'
import type { Finding } from '../model/finding.ts'
import type { MappedAttribute } from '../model/resource.ts'
import type { Evaluator } from './expression/compileExpression.ts'
import type { Expression } from './expression/expression.ts'
import type { ValueContext } from './validate/valueContext.ts'
import type { ValueRule } from './validate/valueRules.ts'

/** A mapping that was checked and can be used for many entries; made by `compileMapping`. */
export interface CompiledMapping {
  /** The rows that fill a value, `uid` first. */
  readonly rows: readonly CompiledRow<MappedAttribute>[]
  /** The row among them that gives the country of an entry, which the meaning of its other values may depend on. */
  readonly countryRow: CompiledRow<MappedAttribute> | null
  /** What holds for an entry without a country of its own: the organization's country and language. */
  readonly organization: ValueContext
  /** The rows that fill a contact. */
  readonly contactRows: readonly CompiledRow<MappedAttribute>[]
  /** The directory attributes that mapping a contact reads, each once. */
  readonly contactAttributes: readonly string[]
  /** The row that says whether an account is disabled. */
  readonly accountState: CompiledRow<'ds-pwp-account-disabled'> & {
    /** What an entry without any value is: on AD DS every user has one, so that a missing one is a missing right. */
    readonly whenMissing: 'active' | 'unreadable'
  }
  /** Default rows that do nothing, because the directory's schema does not know their attributes. */
  readonly inactiveRows: readonly InactiveRow[]
  /** The directory attributes that all rows together read, each once, as written. */
  readonly directoryAttributes: readonly string[]
  /** Warnings for the administrator. */
  readonly findings: readonly Finding[]
}

export interface CompiledRow<Name extends CloudAttribute> {
  readonly attribute: Name
  readonly origin: RowOrigin
  readonly expression: Expression
  readonly evaluate: Evaluator
  readonly validate: ValueRule
}

/** Where a row stands: in the defaults, or in the settings. */
export type RowOrigin = 'default' | 'settings'

export interface InactiveRow {
  readonly attribute: CloudAttribute
  readonly expression: string
  /** The attributes that the directory does not know. */
  readonly missing: readonly string[]
}
