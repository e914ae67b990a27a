import { useEffect, useRef } from 'react'
import type { Draft } from '../configure/draft/draft.ts'
import { type LiveCheckState, useLiveCheck } from '../configure/general/useLiveCheck.ts'
import { texts } from '../texts/texts.ts'

/** The checks of one side in a step: begun by themselves as soon as everything is there, and again after a change. */
export interface SideStep {
  readonly state: LiveCheckState
  readonly check: () => void
  /** Why one cannot go on with this side yet; null when every check has passed. */
  readonly notReady: string | null
}

/**
 * @param part the section of the draft that says how that side is reached
 * @param problems how many things are wrong with it
 */
export function useSideStep(side: 'directory' | 'store', draft: Draft, problems: number): SideStep {
  const { state, begin } = useLiveCheck(side)
  const checked = useRef<unknown>(null)
  const part = draft[side]
  const check = () => {
    checked.current = part
    begin(draft)
  }
  const isFresh = checked.current === part
  useEffect(() => {
    // Whoever comes with everything filled in sees the checks tick at once; who types decides when.
    if (problems === 0 && checked.current === null) {
      checked.current = part
      begin(draft)
    }
  }, [problems, part, draft, begin])
  return { state, check, notReady: whyNotReady(problems, isFresh, state) }
}

function whyNotReady(problems: number, isFresh: boolean, { kind, findings, error }: LiveCheckState): string | null {
  const { notReady } = texts.firstStart
  if (problems > 0) return notReady.problems(problems)
  if (!isFresh || kind === 'never') return notReady.check
  if (kind === 'running') return notReady.checking
  const hasFailed = error !== null || findings.some(({ level }) => level === 'error')
  return hasFailed ? notReady.errors : null
}
