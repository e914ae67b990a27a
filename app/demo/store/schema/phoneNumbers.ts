import { valueList } from './attribute.ts'

/** `phoneNumbers` of RFC 7643 section 4.1.2, with the extension number as a type of its own. */
export const phoneNumbers = valueList('phoneNumbers', 'Telephone numbers.', [
  'work',
  'home',
  'mobile',
  'fax',
  'pager',
  'work_extension',
  'other',
])
