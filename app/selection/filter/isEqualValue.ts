import { dnKey } from '../../model/dn.ts'
import type { AssertionValue } from './filter.ts'
import { formatGuid } from './formatGuid.ts'
import { formatSid } from './formatSid.ts'

/** Classes whose entries carry the category of another class on Active Directory. */
const categoryOfClass: Readonly<Record<string, string>> = { user: 'person', contact: 'person', inetorgperson: 'person' }

/** Whether an attribute's value equals the asserted one. `name` is the attribute in lower case, without options. */
export function isEqualValue(name: string, value: string, asserted: AssertionValue): boolean {
  const folded = value.toLowerCase()
  const wanted = asserted.text.toLowerCase()
  if (folded === wanted) return true
  if (name === 'objectguid') return folded === formatGuid(asserted.bytes)
  if (name === 'objectsid') return folded === formatSid(asserted.bytes)?.toLowerCase()
  if (!folded.includes('=')) return false
  if (name === 'objectcategory' && !wanted.includes('=')) {
    return dnKey(value).startsWith(`cn=${categoryOfClass[wanted] ?? wanted},`)
  }
  return wanted.includes('=') && dnKey(value) === dnKey(asserted.text)
}
