import { useEffect, useRef, useState } from 'react'

/** A value that changes while somebody types: the first change at once, further ones not more often than in so many milliseconds. */
export function usePaced<Value>(value: Value, milliseconds = 100): Value {
  const [told, setTold] = useState(value)
  const toldAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (Object.is(value, told)) return
    const timer = setTimeout(
      () => {
        toldAt.current = performance.now()
        setTold(() => value)
      },
      Math.max(0, toldAt.current + milliseconds - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [value, told, milliseconds])
  return told
}
