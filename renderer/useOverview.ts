import type { UseQueryResult } from '@tanstack/react-query'
import type { Overview } from '../app/api/overview/overview.ts'
import { api } from './client.ts'
import { useAnswer } from './useAnswer.ts'

export const overviewKey = ['overview'] as const

/** How all is; asked once for the whole window. */
export function useOverview(): UseQueryResult<Overview> {
  return useAnswer(overviewKey, (signal) => api.overview.query(undefined, { signal }))
}
