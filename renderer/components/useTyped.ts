import { useEffect, useRef, useState } from 'react'

/** A person hardly types quicker; a key that is held down does. */
const leastMilliseconds = 60

/**
 * What is typed at once, and told on at once, though not more often than a person types: the first letter is answered as
 * soon as the tenth.
 * @param text what was told last, or was changed from elsewhere since
 */
export function useTyped(text: string, onText: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(text)
  const [known, setKnown] = useState(text)
  if (known !== text) {
    setKnown(text)
    setTyped(text)
  }
  const tell = useRef(onText)
  useEffect(() => {
    tell.current = onText
  })
  const toldAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (typed === text) return
    const timer = setTimeout(
      () => {
        toldAt.current = performance.now()
        // Told at once: `text` follows before the next key, and takes no letter back.
        tell.current(typed)
      },
      Math.max(0, toldAt.current + leastMilliseconds - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [typed, text])
  return [typed, setTyped]
}
