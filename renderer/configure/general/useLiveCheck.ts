import { useCallback, useEffect, useState } from 'react'
import type { Finding } from '../../../app/model/finding.ts'
import { api } from '../../client.ts'
import type { Draft } from '../draft/draft.ts'

export interface LiveCheckState {
  readonly kind: 'never' | 'running' | 'ended'
  readonly findings: readonly Finding[]
  readonly error: unknown
}

const never: LiveCheckState = { kind: 'never', findings: [], error: null }

/** Checks of one side, which come one by one while they are made. */
export function useLiveCheck(side: 'directory' | 'store'): {
  readonly state: LiveCheckState
  /** Begins anew, with what the draft says now. */
  readonly begin: (draft: Draft) => void
} {
  const [state, setState] = useState(never)
  const [asked, setAsked] = useState<{ readonly draft: Draft } | null>(null)
  useEffect(() => {
    if (asked === null) return
    setState({ kind: 'running', findings: [], error: null })
    const { unsubscribe } = api.checkLive.subscribe(
      { side, draft: asked.draft },
      {
        onData: ({ finding }) => setState((before) => ({ ...before, findings: [...before.findings, finding] })),
        onComplete: () => setState((before) => ({ ...before, kind: 'ended' })),
        onError: (error) => setState((before) => ({ ...before, kind: 'ended', error })),
      },
    )
    return unsubscribe
  }, [asked, side])
  const begin = useCallback((draft: Draft) => setAsked({ draft }), [])
  return { state, begin }
}
