import { describeCharacter } from '../../mapping/expression/describeCharacter.ts'
import { firstSpellings } from '../../model/firstSpellings.ts'
import { hasDotSegment } from './hasDotSegment.ts'
import { linearRegex } from './linearRegex.ts'
import { PatternError } from './patternError.ts'
import { readRegex } from './readRegex.ts'
import type { PatternPart, UriPattern } from './uriPattern.ts'

/** A pattern longer than this is refused. */
export const longestPattern = 4000

const scheme = /^https?:\/\//i
const placeholderName = /\{[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*)[ \t]*([:}])[ \t]*/y
const plainText = /[^{}#\\\s\p{Cc}]+/uy

/**
 * Reads a URI pattern (DC-70): `http://www.example.com/photo/{mail: .*?(?=@.*)}.jpg`. Spaces between the colon and the
 * regular expression do not count. No placeholder may stand in the host: a value of an entry never decides which server is
 * asked, or gets the password. Throws PatternError.
 */
export function parseUriPattern(text: string): UriPattern {
  if (text.length > longestPattern) {
    throw new PatternError({
      position: longestPattern,
      problem: `it has ${text.length} characters, more than ${longestPattern}`,
      remedy: 'Shorten it.',
    })
  }
  const parts = [...readParts(text, endOfServer(text))]
  const names = parts.flatMap((part) => (part.kind === 'placeholder' ? [part.attribute] : []))
  if (names.length === 0) {
    throw new PatternError({
      position: text.length,
      problem: 'it has no placeholder, so everybody would have the same picture',
      remedy: 'Put an attribute in braces where people differ, as in {mail} or {mail: .*?(?=@)}.',
    })
  }
  const outline = parts.map((part) => (part.kind === 'text' ? part.text : 'x')).join('')
  if (hasDotSegment(outline) || !URL.canParse(outline)) {
    throw new PatternError({
      position: 0,
      problem: 'it is not a web address, or has a segment of dots in its path',
      remedy: 'Write an address like https://www.example.com/photo/{mail}.jpg.',
    })
  }
  return { text, parts, attributes: firstSpellings(names) }
}

/** Where scheme, host and port end. */
function endOfServer(text: string): number {
  const start = scheme.exec(text)?.[0].length
  if (start === undefined) {
    throw new PatternError({
      position: 0,
      problem: 'it does not begin with http:// or https://',
      remedy: 'Write an address like https://www.example.com/photo/{mail}.jpg.',
    })
  }
  const rest = text.slice(start).search(/[/?#\\]/)
  const end = rest === -1 ? text.length : start + rest
  const server = text.slice(start, end)
  if (server.includes('{')) {
    throw new PatternError({
      position: start + server.indexOf('{'),
      problem: 'a placeholder stands in the host',
      remedy: 'Name the server itself: what stands in the directory must not decide which server is asked.',
    })
  }
  if (server.includes('@')) {
    throw new PatternError({
      position: start,
      problem: 'a user or password stands in it',
      remedy: 'Leave it out, and name user and password as the credential.',
    })
  }
  if (!URL.canParse(text.slice(0, end))) {
    throw new PatternError({
      position: start,
      problem: `"${server}" is no host`,
      remedy: 'Correct the name of the server; a port is a number up to 65535.',
    })
  }
  return end
}

function* readParts(text: string, start: number): Generator<PatternPart> {
  yield { kind: 'text', text: text.slice(0, start) }
  for (let at = start; at < text.length; ) {
    if (text.charAt(at) === '{') {
      const { part, end } = readPlaceholder(text, at)
      yield part
      at = end
    } else {
      plainText.lastIndex = at
      const plain = plainText.exec(text)?.[0]
      if (plain === undefined) throw unexpected(text, at)
      yield { kind: 'text', text: plain }
      at += plain.length
    }
  }
}

function readPlaceholder(text: string, start: number): { readonly part: PatternPart; readonly end: number } {
  placeholderName.lastIndex = start
  const [whole = '', attribute, sign] = placeholderName.exec(text) ?? []
  if (attribute === undefined) {
    throw new PatternError({
      position: start,
      problem: 'this placeholder does not begin with an attribute and ":" or "}"',
      remedy:
        'Write {attribute} or {attribute: regular expression}; write a brace of the address itself as %7B or %7D.',
    })
  }
  if (sign === '}')
    return { part: { kind: 'placeholder', attribute, regex: null }, end: start + whole.trimEnd().length }
  const from = start + whole.length
  const read = readRegex(text, from)
  if (read.end === from) {
    throw new PatternError({
      position: from,
      problem: 'the regular expression is empty',
      remedy: 'Write one after the colon, or leave out the colon to take the whole value.',
    })
  }
  const regex = linearRegex(text, from, read)
  return { part: { kind: 'placeholder', attribute, regex }, end: read.end + 1 }
}

function unexpected(text: string, position: number): PatternError {
  const remedies: Readonly<Record<string, string>> = {
    '}': 'Write {attribute} as a whole; write a brace of the address itself as %7D.',
    '#': 'Leave out what follows #: it is never sent to a server. Write the character itself as %23.',
    '\\': 'Write slashes as /.',
  }
  return new PatternError({
    position,
    problem: `${describeCharacter(text, position)} may not stand there`,
    remedy: remedies[text.charAt(position)] ?? 'Write it percent-encoded, a space as %20.',
  })
}
