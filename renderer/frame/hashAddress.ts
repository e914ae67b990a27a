import { useMemo, useSyncExternalStore } from 'react'

/**
 * Where the window is: the part of its address behind `#`, such as `/events?level=error`. The path chooses the page, the
 * query says what the page shows; both can be sent to somebody else as a link.
 */
export function useHashAddress(): string {
  return useSyncExternalStore(follow, presentAddress)
}

/** The path alone, for the router. */
export function useHashPath(): [string, typeof goTo] {
  return [pathOf(useHashAddress()), goTo]
}

/** The query alone. */
export function useHashQuery(): URLSearchParams {
  const address = useHashAddress()
  return useMemo(() => queryOf(address), [address])
}

/** The segments of the path, each as it was before it was made part of an address: `/people/a%2Fb` gives `people`, `a/b`. */
export function useHashSegments(): readonly string[] {
  const address = useHashAddress()
  return useMemo(() => segmentsOf(address), [address])
}

/** Goes to another address; `replace` leaves no step to go back to. */
export function goTo(address: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', `#${address}`)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

export function pathOf(address: string): string {
  return address.split('?', 1)[0] || '/'
}

export function queryOf(address: string): URLSearchParams {
  const at = address.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : address.slice(at))
}

export function segmentsOf(address: string): readonly string[] {
  return pathOf(address)
    .split('/')
    .filter((part) => part !== '')
    .map(decoded)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // Somebody has typed it by hand.
    return part
  }
}

/** The same, outside of components. */
export function presentAddress(): string {
  return `/${location.hash.replace(/^#?\/?/, '')}`
}

function follow(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
