import { assertionValue } from './assertionValue.ts'
import type { AssertionValue, Filter } from './filter.ts'
import { FilterSyntaxError } from './filterSyntaxError.ts'

/** How deep `&`, `|` and `!` may be nested. */
export const deepestFilter = 200

const attributeDescription = /(?:[A-Za-z][A-Za-z0-9_-]*|[0-9]+(?:\.[0-9]+)*)(?:;[A-Za-z0-9_-]+)*/y
const matchingRule = /[A-Za-z][A-Za-z0-9-]*|[0-9]+(?:\.[0-9]+)*/y
const dnFlag = /:dn(?=:)/iy
const plain = /[^()*\\\0]+/y
const hexPair = /[0-9A-Fa-f]{2}/y
const blank = /\s*/y
const encoder = new TextEncoder()

/**
 * Reads a search filter (RFC 4515). White space around parentheses is allowed, and so is a single item without
 * parentheses (`mail=*`). Throws FilterSyntaxError, for nesting deeper than `deepestFilter` too. Takes linear time.
 */
export function parseFilter(text: string): Filter {
  const cursor = new Cursor(text.trimEnd())
  cursor.skipBlank()
  const filter = cursor.peek() === '(' ? readFilter(cursor, 1) : readItem(cursor, readEndOfText)
  cursor.skipBlank()
  if (!cursor.isAtEnd()) throw cursor.expected('the end of the filter (several filters are joined as (&(…)(…)))')
  return filter
}

/** Where in the text the parser stands. */
class Cursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  peek(): string {
    return this.text.charAt(this.at)
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  /** Takes what a sticky pattern matches here; undefined, and nothing is taken, when it does not match. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const taken = pattern.exec(this.text)?.[0]
    this.at += taken?.length ?? 0
    return taken
  }

  /** Takes `token` if it stands here, and says whether it did. */
  takes(token: string): boolean {
    const found = this.text.startsWith(token, this.at)
    if (found) this.at += token.length
    return found
  }

  skipBlank(): void {
    this.take(blank)
  }

  expected(what: string): FilterSyntaxError {
    return new FilterSyntaxError(this.text, this.at, what)
  }
}

function readFilter(cursor: Cursor, depth: number): Filter {
  if (depth > deepestFilter) throw cursor.expected(`at most ${deepestFilter} levels of parentheses`)
  if (!cursor.takes('(')) throw cursor.expected('"("')
  cursor.skipBlank()
  if (cursor.takes('&')) return { kind: 'and', filters: readList(cursor, depth) }
  if (cursor.takes('|')) return { kind: 'or', filters: readList(cursor, depth) }
  if (!cursor.takes('!')) return readItem(cursor, readClosing)
  cursor.skipBlank()
  const filter = readFilter(cursor, depth + 1)
  cursor.skipBlank()
  readClosing(cursor)
  return { kind: 'not', filter }
}

function readList(cursor: Cursor, depth: number): readonly Filter[] {
  const filters: Filter[] = []
  for (;;) {
    cursor.skipBlank()
    if (cursor.takes(')')) return filters
    if (cursor.peek() !== '(') throw cursor.expected('"(" or ")"')
    filters.push(readFilter(cursor, depth + 1))
  }
}

function readClosing(cursor: Cursor): void {
  if (!cursor.takes(')')) throw cursor.expected('")"')
}

function readEndOfText(cursor: Cursor): void {
  if (!cursor.isAtEnd()) throw cursor.expected('the end of the filter, or parentheses around all of it')
}

function readItem(cursor: Cursor, readEnd: (cursor: Cursor) => void): Filter {
  const attribute = cursor.take(attributeDescription)
  if (attribute === undefined && cursor.peek() !== ':') {
    throw cursor.expected(cursor.at === 0 ? '"(" or an attribute name' : 'an attribute name, "&", "|" or "!"')
  }
  const item = attribute === undefined ? readExtensible(cursor, {}) : readAssertion(cursor, attribute)
  readEnd(cursor)
  return item
}

function readAssertion(cursor: Cursor, attribute: string): Filter {
  if (cursor.takes('>=')) return { kind: 'greaterOrEqual', attribute, value: readValue(cursor) }
  if (cursor.takes('<=')) return { kind: 'lessOrEqual', attribute, value: readValue(cursor) }
  if (cursor.takes('~=')) return { kind: 'approx', attribute, value: readValue(cursor) }
  if (cursor.peek() === ':') return readExtensible(cursor, { attribute })
  if (!cursor.takes('=')) throw cursor.expected('"=", ">=", "<=", "~=" or ":="')
  return readEqualityOrSubstrings(cursor, attribute)
}

function readExtensible(cursor: Cursor, subject: { readonly attribute?: string }): Filter {
  const dnAttributes = cursor.take(dnFlag) !== undefined
  if (!cursor.takes(':')) throw cursor.expected('":="')
  if (subject.attribute !== undefined && cursor.takes('=')) {
    return { kind: 'extensible', ...subject, dnAttributes, value: readValue(cursor) }
  }
  const rule = cursor.take(matchingRule)
  if (rule === undefined) throw cursor.expected('a matching rule')
  if (!cursor.takes(':=')) throw cursor.expected('":="')
  return { kind: 'extensible', ...subject, matchingRule: rule, dnAttributes, value: readValue(cursor) }
}

function readEqualityOrSubstrings(cursor: Cursor, attribute: string): Filter {
  const first = readValue(cursor, 'substrings')
  if (cursor.peek() !== '*') return { kind: 'equality', attribute, value: first }
  const parts = [first]
  while (cursor.takes('*')) parts.push(readValue(cursor, 'substrings'))
  const last = parts.at(-1)
  const any = parts.slice(1, -1).filter((part) => part.bytes.length > 0)
  const initial = first.bytes.length > 0 ? { initial: first } : {}
  const final = last !== undefined && last.bytes.length > 0 ? { final: last } : {}
  const isPresence = any.length === 0 && first.bytes.length === 0 && last?.bytes.length === 0
  return isPresence ? { kind: 'present', attribute } : { kind: 'substrings', attribute, ...initial, any, ...final }
}

function readValue(cursor: Cursor, where: 'whole' | 'substrings' = 'whole'): AssertionValue {
  const start = cursor.at
  const parts: Uint8Array[] = []
  for (;;) {
    const text = cursor.take(plain)
    if (text !== undefined) parts.push(encoder.encode(text))
    else if (cursor.takes('\\')) parts.push(readEscape(cursor))
    else break
  }
  if (cursor.peek() === '(') throw cursor.expected('")" (a "(" inside a value is written \\28)')
  if (cursor.peek() === '\0') throw cursor.expected('")" (a zero byte inside a value is written \\00)')
  if (cursor.peek() === '*' && where === 'whole') throw cursor.expected('")" (a "*" inside this value is written \\2a)')
  const bytes = parts.length === 1 ? (parts[0] ?? new Uint8Array()) : Uint8Array.from(Buffer.concat(parts))
  return assertionValue(bytes, cursor.text.slice(start, cursor.at))
}

function readEscape(cursor: Cursor): Uint8Array {
  const pair = cursor.take(hexPair)
  if (pair === undefined) throw cursor.expected('two hexadecimal digits (a "\\" inside a value is written \\5c)')
  return Uint8Array.of(Number.parseInt(pair, 16))
}
