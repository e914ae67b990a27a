import { useMemo } from 'react'
import { api } from '../../client.ts'
import { useAnswer } from '../../useAnswer.ts'
import { directoryDraft } from '../draft/directoryDraft.ts'
import type { Draft } from '../draft/draft.ts'
import { useAskable } from '../draft/useAskable.ts'
import type { KnownAttribute } from './attributeCompletion.ts'
import type { MappedPeople } from './useMappedPeople.ts'

/** The attributes of the directory, each with a value that somebody among the people looked at has in it. */
export function useKnownAttributes(
  draft: Draft,
  { chosen, others }: Pick<MappedPeople, 'chosen' | 'others'>,
): readonly KnownAttribute[] {
  const asked = directoryDraft(draft, [])
  const { data } = useAnswer(
    ['directory', 'attributes', asked],
    (signal) => api.directory.attributes.query({ draft: asked }, { signal }),
    { enabled: useAskable(draft, ['directory']) },
  )
  return useMemo(() => {
    const samples = new Map<string, { readonly name: string; readonly sample: string }>()
    for (const person of [chosen, ...others]) {
      for (const { name, values } of person?.rows.flatMap(({ inputs }) => inputs) ?? []) {
        const [sample] = values
        if (sample !== undefined && !samples.has(name.toLowerCase())) samples.set(name.toLowerCase(), { name, sample })
      }
    }
    const names = data ?? [...samples.values()].map(({ name }) => name)
    return names.map((name) => ({ name, sample: samples.get(name.toLowerCase())?.sample ?? null }))
  }, [data, chosen, others])
}
