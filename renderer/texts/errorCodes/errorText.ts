/** What the page of an error code says. */
export interface ErrorText {
  readonly meaning: string
  readonly cause: string
  readonly remedy: string
}

/** By code. */
export type ErrorTexts = Readonly<Record<string, ErrorText>>
