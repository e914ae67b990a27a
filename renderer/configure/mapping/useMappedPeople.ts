import { useMemo, useState } from 'react'
import type { DirectoryDraft, MappedSample, Sample } from '../../../app/api/directory/directoryBrowser.ts'
import { api } from '../../client.ts'
import { useAnswer } from '../../useAnswer.ts'
import { directoryDraft } from '../draft/directoryDraft.ts'
import type { Draft } from '../draft/draft.ts'
import { useAskable } from '../draft/useAskable.ts'

const triedPeople = 3

export interface MappedPeople {
  /** What the mapping gives for the person that was chosen, or the first one; undefined until it is known. */
  readonly chosen: MappedSample | undefined
  /** Why there is no value of now for the chosen person; null when there is, or when it is not known yet. */
  readonly error: unknown
  /** Whether `chosen` is for the draft as it stands. */
  readonly isCurrent: boolean
  /** Some of the selected people, drawn by lot. */
  readonly others: readonly MappedSample[]
}

interface Answer {
  readonly chosen: MappedSample | null
  readonly error: unknown
  readonly others: readonly MappedSample[]
}

/** What the draft's mapping makes of real people: the one that is looked at, and three by lot. */
export function useMappedPeople(draft: Draft, who: string | null): MappedPeople {
  const selected = directoryDraft(draft, ['selection'])
  const whole = directoryDraft(draft, ['selection', 'mapping', 'organization'])
  const canSelect = useAskable(draft, ['directory', 'selection'])
  const canMap = useAskable(draft, ['directory', 'selection', 'mapping', 'organization'])
  const samples = useAnswer(
    ['directory', 'samples', selected, ''],
    (signal) => api.directory.samples.query({ draft: selected, text: '' }, { signal }),
    { while: 'kept', enabled: canSelect },
  )
  const [lot] = useState(Math.random)
  const drawn = useMemo(() => drawnBy(lot, samples.data ?? []), [lot, samples.data])
  const person = who ?? samples.data?.[0]?.dn ?? null
  const people = useAnswer(
    ['directory', 'mapped', whole, person, drawn],
    (signal) => mapped(whole, person, drawn, signal),
    { while: 'kept', enabled: canMap && samples.data !== undefined },
  )
  // What a wrong draft gives to nobody leaves the last values where they are.
  const [held, setHeld] = useState<Answer | null>(null)
  const fresh = people.data?.error === null ? people.data : null
  if (fresh !== null && fresh !== held) setHeld(fresh)
  const shown = fresh ?? held
  const isAnswered = canMap && people.data !== undefined && !people.isPlaceholderData
  return {
    chosen: shown?.chosen ?? undefined,
    error: samples.error ?? people.error ?? (isAnswered ? people.data?.error : null) ?? null,
    isCurrent: isAnswered && fresh !== null,
    others: shown?.others ?? [],
  }
}

async function mapped(
  draft: DirectoryDraft,
  person: string | null,
  drawn: readonly Sample[],
  signal: AbortSignal,
): Promise<Answer> {
  const map = (who: string) => api.directory.map.query({ draft, who }, { signal })
  const [chosen, ...others] = await Promise.allSettled([
    person === null ? null : map(person),
    ...drawn.map(({ dn }) => map(dn)),
  ])
  return {
    chosen: chosen.status === 'fulfilled' ? chosen.value : null,
    error: chosen.status === 'rejected' ? chosen.reason : null,
    others: others.flatMap((one) => (one.status === 'fulfilled' && one.value !== null ? [one.value] : [])),
  }
}

/** Three of the samples at even distances, from a place that the lot decides. */
function drawnBy(lot: number, samples: readonly Sample[]): readonly Sample[] {
  const first = Math.floor(lot * samples.length)
  const turned = [...samples.slice(first), ...samples.slice(0, first)]
  const step = Math.max(1, Math.floor(turned.length / triedPeople))
  return turned.filter((_, index) => index % step === 0).slice(0, triedPeople)
}
