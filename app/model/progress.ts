/** What a run is doing at this moment. Sent often; whoever shows it slows it down. */
export interface Progress {
  readonly phase: 'connect' | 'read-directory' | 'read-pictures' | 'read-store' | 'map' | 'plan' | 'write' | 'record'
  readonly done: number
  /** Known only in some phases. */
  readonly total?: number
}

export type ProgressListener = (progress: Progress) => void
