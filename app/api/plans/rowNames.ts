import { withoutCase } from '../../model/withoutCase.ts'
import { nameEnd } from '../../state/state.ts'

/** Stands in no name either. */
const rowEnd = '\u0002'

/**
 * Names and DNs of many rows as one text in lower case, which is searched at once: a hundred thousand rows take some
 * milliseconds and no more memory than their letters.
 */
export interface RowNames {
  readonly text: string
  /** Where each row begins in the text. */
  readonly starts: Uint32Array
}

/** @param rows each a name, `nameEnd` and a DN */
export function rowNames(rows: readonly string[]): RowNames {
  const text = withoutCase(rows.join(rowEnd))
  const starts = new Uint32Array(rows.length)
  let row = 1
  for (let at = text.indexOf(rowEnd); at !== -1; at = text.indexOf(rowEnd, at + 1)) {
    starts[row] = at + 1
    row += 1
  }
  // A directory may hold any character, this one too.
  return row > rows.length && rows.length > 0
    ? rowNames(rows.map((each) => each.replaceAll(rowEnd, ' ')))
    : { text, starts }
}

/** The places of the rows that hold a text in name or DN, in whatever case, in their order. */
export function findRows({ text, starts }: RowNames, wanted: string): Uint32Array {
  const needle = withoutCase(wanted)
  const found = new Uint32Array(starts.length)
  let count = 0
  let row = 0
  let at = text.indexOf(needle)
  while (at !== -1 && row < starts.length) {
    while ((starts[row + 1] ?? text.length) <= at && row + 1 < starts.length) row += 1
    found[count] = row
    count += 1
    row += 1
    at = row < starts.length ? text.indexOf(needle, starts[row]) : -1
  }
  return found.slice(0, count)
}

/** The places of all rows, by name or by DN; who has none comes last, and equal ones stay in their order. */
export function sortRows({ text, starts }: RowNames, by: 'name' | 'dn'): Uint32Array {
  const keys = text.split(rowEnd).map((row) => {
    const middle = row.indexOf(nameEnd)
    return sortKey(by === 'name' ? row.slice(0, middle) : row.slice(middle + nameEnd.length))
  })
  // An ordinary array is sorted several times as quickly as a typed one.
  const places = Array.from(starts.keys())
  places.sort((one, other) => {
    const first = keys[one] ?? ''
    const second = keys[other] ?? ''
    return first < second ? -1 : first > second ? 1 : one - other
  })
  return Uint32Array.from(places)
}

const accented = /[\u0080-\uffff]/

/** `müller` stands where `muller` would; what is empty comes last. */
function sortKey(text: string): string {
  if (text === '') return '\uffff'
  return accented.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text
}
