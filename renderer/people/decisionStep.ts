export type StepName = 'found' | 'selected' | 'room' | 'values' | 'match' | 'members' | 'guard' | 'change' | 'picture'

/** One decision about an entry, in words. */
export interface DecisionStep {
  readonly name: StepName
  /** `stop`: what follows is decided by this; `unsure`: only the directory itself can say; `plain`: says something, decides nothing. */
  readonly mark: 'good' | 'stop' | 'unsure' | 'plain'
  /** Each a sentence; the first one says it all. */
  readonly sentences: readonly string[]
}
