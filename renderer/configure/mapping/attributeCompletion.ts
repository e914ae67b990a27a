import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete'

/** An attribute of the directory to be offered, with a value that somebody has in it. */
export interface KnownAttribute {
  readonly name: string
  readonly sample: string | null
}

const longestSample = 40

/** Offers attribute names at the cursor, those with sample values first; nothing within a text in quotes. */
export function attributeCompletion(known: () => readonly KnownAttribute[]): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.state.sliceDoc(0, context.pos)
    if (isInQuotes(before)) return null
    const word = context.matchBefore(/[A-Za-z0-9_][A-Za-z0-9_;-]*/)
    if (word === null && !context.explicit) return null
    return {
      from: word?.from ?? context.pos,
      validFor: /^[A-Za-z0-9_;-]*$/,
      options: known().map(({ name, sample }) => ({
        label: name,
        type: 'variable',
        ...(sample !== null && { detail: shortened(sample), boost: 1 }),
      })),
    }
  }
}

/** Whether a text that ends here leaves a quote open. */
export function isInQuotes(text: string): boolean {
  let isOpen = false
  for (let at = 0; at < text.length; at++) {
    if (isOpen && text.charAt(at) === '\\') at++
    else if (text.charAt(at) === '"') isOpen = !isOpen
  }
  return isOpen
}

function shortened(text: string): string {
  return text.length > longestSample ? `${text.slice(0, longestSample)}…` : text
}
