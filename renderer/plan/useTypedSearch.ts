import { useEffect, useRef, useState } from 'react'

const searchMilliseconds = 150

/** What is typed at once, and what is searched for as soon as typing pauses. Ctrl+F and / lead there. */
export function useTypedSearch(search: string, onSearch: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(search)
  const [known, setKnown] = useState(search)
  if (known !== search) {
    setKnown(search)
    setTyped(search)
  }
  const tell = useRef(onSearch)
  useEffect(() => {
    tell.current = onSearch
  })
  useEffect(() => {
    if (typed === search) return
    const timer = setTimeout(() => tell.current(typed), searchMilliseconds)
    return () => clearTimeout(timer)
  }, [typed, search])
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isWriting = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')
      const isSlash = event.key === '/' && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey
      if (!isSlash && !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f' && !event.shiftKey)) return
      if (document.querySelector('[role=dialog]')) return
      const box = document.querySelector<HTMLInputElement>('main input[type=search]')
      if (!box) return
      event.preventDefault()
      box.focus()
      box.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return [typed, setTyped]
}
