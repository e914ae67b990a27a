import { api } from '../client.ts'
import { useCommands } from '../frame/Commands.tsx'
import { texts } from '../texts/texts.ts'
import { useDeed } from '../useDeed.ts'

/** Makes what is set aside due for the next run: one object by name, or `all`; says how many there were. */
export function useRetry() {
  const { tell } = useCommands()
  return useDeed(async (name: string) => {
    const count = await api.retrySetAside.mutate({ name })
    tell({ intent: 'success', title: texts.runs.setAside.retried(count), body: null, links: [] })
  })
}
