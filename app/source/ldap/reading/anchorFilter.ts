import type { Anchor } from '../../../model/anchor.ts'
import { assertionValue, textAssertion } from '../../../selection/filter/assertionValue.ts'
import type { Filter } from '../../../selection/filter/filter.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** As many as one filter can hold. */
const mostPerFilter = 100

/** Anchors in portions of at most `size`, and no more than one filter can hold; each anchor once. */
export function* anchorPortions(anchors: Iterable<Anchor>, size: number): Generator<readonly Anchor[], void, void> {
  const each = [...new Set(anchors)]
  const step = Math.min(size, mostPerFilter)
  for (let start = 0; start < each.length; start += step) yield each.slice(start, start + step)
}

/** Any of the entries with these anchors, in whichever of the attributes the anchor stands. */
export function anchorFilter(anchorAttributes: readonly string[], anchors: readonly Anchor[]): Filter {
  return {
    kind: 'or',
    filters: anchors.flatMap((anchor) => anchorAttributes.flatMap((attribute) => anchorEquality(attribute, anchor))),
  }
}

function anchorEquality(attribute: string, anchor: Anchor): readonly Filter[] {
  if (attribute.toLowerCase() !== 'objectguid') return [{ kind: 'equality', attribute, value: textAssertion(anchor) }]
  return guid.test(anchor) ? [{ kind: 'equality', attribute, value: assertionValue(guidBytes(anchor)) }] : []
}

/** The 16 bytes as Active Directory stores them: the first three groups little-endian. */
export function guidBytes(text: string): Uint8Array {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex')
  bytes.subarray(0, 4).reverse()
  bytes.subarray(4, 6).reverse()
  bytes.subarray(6, 8).reverse()
  return bytes
}
