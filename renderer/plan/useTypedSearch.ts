import { useEffect } from 'react'
import { useTyped } from '../components/useTyped.ts'

/** What is typed at once, and what is searched for while it is typed. Ctrl+F and / lead there. */
export function useTypedSearch(search: string, onSearch: (text: string) => void): [string, (text: string) => void] {
  const typed = useTyped(search, onSearch)
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
  return typed
}
