/** The steps of the first start, in their order; each is a segment of the window's address. */
export const steps = ['store', 'directory', 'selection', 'mapping', 'dry-run'] as const
export type Step = (typeof steps)[number]

export function isStep(name: string | undefined): name is Step {
  return steps.some((step) => step === name)
}

/** Null after the last one. */
export function stepAfter(step: Step): Step | null {
  return steps[steps.indexOf(step) + 1] ?? null
}

/** Null before the first one. */
export function stepBefore(step: Step): Step | null {
  return steps[steps.indexOf(step) - 1] ?? null
}
