/** What the meaning of a value may depend on besides its text. */
export interface ValueContext {
  /** The entry's own country where it has a valid one, else the organization's: ISO 3166 alpha-2. */
  readonly country: string | null
  /** The organization's language, `xx-YY`. */
  readonly language: string | null
}
