/** The numbers of one kind of object, as the command line prints them. */
export interface KindCounts {
  readonly read: number
  readonly selected: number
  readonly matched: number
  readonly create: number
  readonly update: number
  readonly deactivate: number
  readonly reactivate: number
  readonly delete: number
  readonly mismatched: number
  readonly skipped: number
  readonly conflicts: number
  readonly failed: number
}

/** What `dry-run`, `apply` and `sync` print with `--json`. */
export interface RunReport {
  readonly runId: number
  readonly planId: number
  readonly digest: string
  readonly complete: boolean
  readonly halted: null | { readonly reasons: readonly { readonly name: string; readonly message: string }[] }
  readonly counts: Readonly<Record<'users' | 'rooms' | 'groups' | 'contacts' | 'avatars', KindCounts>>
}

/** What `plans show --json` prints of one change, as far as the tests look at it. */
export const nothingToDo = { create: 0, update: 0, deactivate: 0, reactivate: 0, delete: 0, failed: 0 } as const
