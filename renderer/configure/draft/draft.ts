import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import type { Settings } from '../../../app/settings/schema.ts'

/** Settings while they are edited: every one is there, but what is typed may be wrong. Secrets are references, as saved. */
export type Draft = Settings

/** What an editor asks for; what it does not touch stays the same value. */
export type Edit = (draft: Draft) => Draft

/** What every editor takes, wherever it stands. */
export interface EditorProps {
  readonly draft: Draft
  readonly change: (edit: Edit) => void
  /** What is wrong with the draft, everywhere in it. */
  readonly problems: readonly FieldProblem[]
}
