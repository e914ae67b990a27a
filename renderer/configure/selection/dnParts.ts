/** The name parts of a DN as they are written, from the entry upwards; a comma that is escaped separates nothing. */
export function dnParts(dn: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let isQuoted = false
  for (let at = 0; at < dn.length; at++) {
    const character = dn.charAt(at)
    if (character === '\\') {
      part += character + dn.charAt(at + 1)
      at++
    } else if (character === ',' && !isQuoted) {
      parts.push(part.trim())
      part = ''
    } else {
      if (character === '"') isQuoted = !isQuoted
      part += character
    }
  }
  parts.push(part.trim())
  return parts.length === 1 && parts[0] === '' ? [] : parts
}

/** The text by which two DNs are compared: without case, without space around separators, escapes written in one way. */
export function dnKey(dn: string): string {
  return dnParts(dn)
    .map((part) =>
      part
        .replace(/\s*=\s*/, '=')
        .replace(/\\([",+;<>\\])/g, (_, character: string) => `\\${character.charCodeAt(0).toString(16)}`)
        .toLowerCase(),
    )
    .join(',')
}

/** The value of the first name part: `Sales` of `OU=Sales,DC=corp`. */
export function dnName(dn: string): string {
  const [first = dn] = dnParts(dn)
  return first.slice(first.indexOf('=') + 1).replace(/\\(.)/g, '$1')
}

/** The keys of everything above, nearest first; both sides are keys. */
export function keysAbove(key: string): readonly string[] {
  const parts = dnParts(key)
  return parts.slice(1).map((_, index) => parts.slice(index + 1).join(','))
}

/** Whether an entry is the base itself or lies below it; both sides are keys. */
export function isAtOrBelow(key: string, base: string): boolean {
  return key === base || key.endsWith(`,${base}`)
}
