import { keepPreviousData, type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query'

interface AnswerOptions {
  /** `kept`: while the next answer is on its way, the last one stays, so that nothing jumps. */
  readonly while?: 'kept'
  readonly enabled?: boolean
}

/**
 * What a query of the API answers, asked again whenever something has changed in the service.
 * @param key names the question: its route, then its input
 */
export function useAnswer<Answer>(
  key: QueryKey,
  ask: (signal: AbortSignal) => Promise<Answer>,
  options: AnswerOptions = {},
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask(signal),
    ...(options.while === 'kept' && { placeholderData: keepPreviousData }),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
  })
}
