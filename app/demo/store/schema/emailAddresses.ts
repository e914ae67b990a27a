import { valueList } from './attribute.ts'

/** `emails` of RFC 7643 section 4.1.2. */
export const emailAddresses = valueList('emails', 'E-mail addresses.', ['work', 'home', 'other'])
