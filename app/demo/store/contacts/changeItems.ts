import { type ContactItem, type ItemChange, isSameType } from './contactItem.ts'

/**
 * A contact's list after a change. The published text names the `delete` operation and leaves the rest open; here:
 *
 * - `delete` removes every item of that value, and, when it names a type, of that type only; none is no error.
 * - An item whose value and type are there already takes the place of that one.
 * - Another takes the place of the first item of its type that this request has not put there itself, so that a new
 *   work number replaces the old one, and two work numbers in one request both stay.
 * - One of a type that is not there is added at the end.
 * - When an item of the request is primary, no other is.
 */
export function changeItems(before: readonly ContactItem[], changes: readonly ItemChange[]): readonly ContactItem[] {
  const deleted = changes.filter(({ kind }) => kind === 'delete').map(({ item }) => item)
  const put = changes.filter(({ kind }) => kind === 'put').map(({ item }) => item)
  const isDeleted = (item: ContactItem) =>
    deleted.some((other) => other.value === item.value && (other.type === undefined || isSameType(other, item)))

  const items = before.filter((item) => !isDeleted(item))
  const own = new Set<ContactItem>()
  const place = (item: ContactItem, fits: (other: ContactItem) => boolean): boolean => {
    const at = items.findIndex((other) => !own.has(other) && fits(other))
    if (at < 0) return false
    items[at] = item
    own.add(item)
    return true
  }
  const fresh = put.filter((item) => !place(item, (other) => other.value === item.value && isSameType(other, item)))
  for (const item of fresh) {
    if (place(item, (other) => isSameType(other, item))) continue
    items.push(item)
    own.add(item)
  }
  const primary = put.findLast((item) => item.primary === true)
  if (primary === undefined) return items
  return items.map((item) => (item !== primary && item.primary === true ? { ...item, primary: false } : item))
}
