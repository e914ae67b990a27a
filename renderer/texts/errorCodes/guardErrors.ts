import type { ErrorTexts } from './errorText.ts'

/** What halts a run before anything is written; the name of the halt ends in the kind concerned. */
export const guardErrors = {
  creates: {
    meaning: 'More objects would be created than the guard lets go at once.',
    cause: 'A container was added to the selection, or a filter was opened.',
    remedy: 'Review the plan; approve it, or narrow the selection. Limits are under Guards.',
  },
  deletions: {
    meaning: 'More objects would be deleted or made inactive than the guard lets go at once.',
    cause:
      'Often a mistake: a container was moved or renamed, a filter is wrong, or rights were taken away. Sometimes the truth: a branch was closed.',
    remedy:
      'Review the plan: it lists each of them. If it is right, approve it by typing the number; otherwise mend the cause. Limits are under Guards.',
  },
  'empty-base': {
    meaning: 'One selected container gave nothing, though people are linked from it.',
    cause: 'It was emptied, moved or renamed, or the account may not read it any more.',
    remedy: 'Look at the container; take it out of the selection if it is meant to be empty.',
  },
  'empty-read': {
    meaning: 'The directory gave nothing at all of one kind.',
    cause: 'The base DN or the filter is wrong, or the account lost the right to read.',
    remedy: 'Look at Selection, and check the connection under General. Nothing was changed.',
  },
  updates: {
    meaning: 'More objects would be changed than the guard lets go at once.',
    cause: 'A row of the mapping was changed, or a script changed many entries.',
    remedy: 'Review the plan: before and after of each. Approve it, or put the mapping back. Limits are under Guards.',
  },
} as const satisfies ErrorTexts
