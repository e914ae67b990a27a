/** What the schedule can run. */
export type Lane = 'incremental' | 'full'
