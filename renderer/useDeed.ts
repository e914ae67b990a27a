import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'

/** Something that the service is asked to do; when it has ended, whatever pages show is asked for again. */
export function useDeed<Input, Answer>(
  act: (input: Input) => Promise<Answer>,
): UseMutationResult<Answer, Error, Input> {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSettled: () => queries.invalidateQueries() })
}
