import type { DirectoryLimits } from './directoryLimits.ts'
import type { StoredEntry } from './storedEntry.ts'
import type { SearchRequest } from './wire/readMessage.ts'

/** A search on its way: what it found and how much of it was sent. One run spans all pages of a paged search. */
export interface SearchRun {
  readonly request: SearchRequest
  readonly found: readonly StoredEntry[]
  /** Entries sent so far, which is the offset of the next one in `found`. */
  sent: number
  pages: number
  /** References to other servers sent so far. */
  references: number
}

/** What comes next on a page: entries to send up to an offset, and then an end. */
export interface PageStep {
  /** Offset in `found` before which this step ends. */
  readonly until: number
  readonly end:
    | { readonly kind: 'page-full' }
    | { readonly kind: 'done' }
    | { readonly kind: 'cut' }
    | { readonly kind: 'reference'; readonly urls: readonly string[] }
    | {
        readonly kind: 'limit'
        readonly code: 'sizeLimitExceeded' | 'timeLimitExceeded' | 'adminLimitExceeded'
        readonly message: string
      }
}

/** The step that ends first from where the run stands; `pageEnd` is the offset at which the page is full. */
export function nextStep(run: SearchRun, limits: DirectoryLimits, pageEnd: number): PageStep {
  const steps = [...limitSteps(run, limits), { until: pageEnd, end: { kind: 'page-full' } } as const]
  const { continuationAfter, maxPageSize } = limits
  if (continuationAfter !== undefined && run.references === 0 && run.sent <= continuationAfter.entries) {
    steps.unshift({ until: continuationAfter.entries, end: { kind: 'reference', urls: continuationAfter.urls } })
  }
  if (run.request.paged === undefined && maxPageSize !== undefined) {
    steps.push(
      limit('sizeLimitExceeded', maxPageSize, `The server returns at most ${maxPageSize} entries without paging.`),
    )
  }
  const done: PageStep = { until: run.found.length, end: { kind: 'done' } }
  return steps.reduce((first, step) => (comesBefore(step, first) ? step : first), done)
}

/** A limit of n entries is exceeded by the entry after the n-th; cuts and full pages come even where nothing follows. */
function comesBefore(step: PageStep, first: PageStep): boolean {
  const atEnd = step.end.kind === 'reference' || step.end.kind === 'cut'
  return step.until < first.until || (atEnd && step.until === first.until && first.end.kind === 'done')
}

function limitSteps({ request }: SearchRun, limits: DirectoryLimits): PageStep[] {
  const steps: PageStep[] = []
  const { timeLimitExceededAfter, adminLimitExceededAfter, cutAfterEntries, sizeLimit } = limits
  if (timeLimitExceededAfter !== undefined) {
    steps.push(limit('timeLimitExceeded', timeLimitExceededAfter, 'The time limit was exceeded.'))
  }
  if (adminLimitExceededAfter !== undefined) {
    steps.push(limit('adminLimitExceeded', adminLimitExceededAfter, 'The administrative limit was exceeded.'))
  }
  if (cutAfterEntries !== undefined) steps.push({ until: cutAfterEntries, end: { kind: 'cut' } })
  if (sizeLimit !== undefined)
    steps.push(limit('sizeLimitExceeded', sizeLimit, `The size limit is ${sizeLimit} entries.`))
  if (request.sizeLimit > 0) {
    steps.push(limit('sizeLimitExceeded', request.sizeLimit, `${request.sizeLimit} entries were asked for.`))
  }
  return steps
}

function limit(
  code: 'sizeLimitExceeded' | 'timeLimitExceeded' | 'adminLimitExceeded',
  until: number,
  message: string,
): PageStep {
  return { until, end: { kind: 'limit', code, message } }
}
