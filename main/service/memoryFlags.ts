/** Keep what V8 sets aside for itself small: a service rests most of the time. */
export const memoryFlags = ['--max-semi-space-size=8', '--heap-growing-percent=50'] as const
