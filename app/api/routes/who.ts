import { typedText } from './typedText.ts'

/** Whom a question is about: an e-mail address or a DN. */
export const who = typedText.min(1)
