import { useEffect, useState } from 'react'
import type { UpdateNews } from '../main/desktop/desktopBridge.ts'
import { texts } from './texts/texts.ts'

/** What is known of newer versions of the program, in words. Only the desktop program looks for any. */
export function useUpdateSentence(): string {
  const [news, setNews] = useState<UpdateNews>({ kind: 'looking' })
  useEffect(() => window.desktop?.onUpdates(setNews), [])
  return window.desktop === undefined ? texts.updates.inBrowser : texts.updates.sentence(news)
}
