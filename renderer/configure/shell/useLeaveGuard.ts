import { useEffect, useRef, useState } from 'react'
import { presentAddress } from '../../frame/hashAddress.ts'
import { leaveFreely, wasFree } from './leaveFreely.ts'

interface LeaveGuard {
  /** Where somebody wants to go; null while nobody does. */
  readonly wanted: string | null
  readonly stay: () => void
  readonly leave: () => void
}

/** Holds whoever leaves the pages of the configuration, by whichever way, while `isGuarded`. */
export function useLeaveGuard(isGuarded: boolean): LeaveGuard {
  const [wanted, setWanted] = useState<string | null>(null)
  const here = useRef(presentAddress())
  useEffect(() => {
    const hold = (event: Event) => {
      const address = presentAddress()
      // Whoever has left already is not held, though these pages stay mounted until the next one is loaded.
      if (wasFree() || !isGuarded || isInside(address) || !isInside(here.current)) {
        here.current = address
        return
      }
      // Before the router hears of it: no page is torn down that somebody may want to stay on.
      event.stopImmediatePropagation()
      history.pushState(null, '', `#${here.current}`)
      // Whoever looked meanwhile looks again.
      dispatchEvent(new HashChangeEvent('hashchange'))
      setWanted(address)
    }
    // A link changes the address before anybody is told: it is held earlier.
    const holdLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null
      const address = link?.getAttribute('href')?.slice(1)
      if (!isGuarded || address === undefined || isInside(address) || !isInside(here.current)) return
      event.preventDefault()
      event.stopPropagation()
      setWanted(address)
    }
    // Going back tells of it in two ways, one after the other.
    addEventListener('popstate', hold, { capture: true })
    addEventListener('hashchange', hold, { capture: true })
    addEventListener('click', holdLink, { capture: true })
    return () => {
      removeEventListener('popstate', hold, { capture: true })
      removeEventListener('hashchange', hold, { capture: true })
      removeEventListener('click', holdLink, { capture: true })
    }
  }, [isGuarded])
  return {
    wanted,
    stay: () => setWanted(null),
    leave: () => {
      setWanted(null)
      if (wanted !== null) leaveFreely(wanted)
    },
  }
}

function isInside(address: string): boolean {
  return address.startsWith('/configure/')
}
