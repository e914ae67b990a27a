interface WithKeyProps {
  readonly text: string
  /** The letter that chooses it; underlined where it first stands. */
  readonly letter: string
}

/** A line of a menu with the letter that chooses it. */
export function WithKey({ text, letter }: WithKeyProps) {
  const at = text.toLowerCase().indexOf(letter)
  if (at < 0) return text
  return (
    <span>
      {text.slice(0, at)}
      <span style={{ textDecorationLine: 'underline' }}>{text.slice(at, at + 1)}</span>
      {text.slice(at + 1)}
    </span>
  )
}
