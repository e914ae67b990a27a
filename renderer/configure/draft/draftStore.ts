import type { SavedSettings } from '../../../app/api/configuration/configuration.ts'
import type { Draft, Edit } from './draft.ts'
import { isSame } from './isSame.ts'
import { rebased } from './rebased.ts'

/** What is being edited, and the saved settings that it began with: null where there were none. */
export interface Editing {
  readonly base: SavedSettings | null
  readonly draft: Draft
}

/**
 * The one draft of the window, outside of all pages so that it outlives each of them. There is none while everything is
 * as it was saved.
 */
export class DraftStore {
  private editing: Editing | null = null
  private readonly listeners = new Set<() => void>()

  readonly current = (): Editing | null => this.editing

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Changes the draft, which begins as `base`, or as `start` where nothing was saved yet. */
  change(base: SavedSettings | null, start: Draft, edit: Edit): void {
    const editing = this.editing ?? { base, draft: base?.settings ?? start }
    this.put({ base: editing.base, draft: edit(editing.draft) })
  }

  discard(): void {
    this.put(null)
  }

  /** The draft was saved; what was typed while that went on stays unsaved. */
  saved(sent: Draft, now: SavedSettings): void {
    const { editing } = this
    if (editing === null) return
    this.put({ base: now, draft: rebased(sent, editing.draft, now.settings) })
  }

  /** Puts the changes of the draft on top of settings that somebody else saved meanwhile. */
  rebase(theirs: SavedSettings): void {
    const { editing } = this
    if (editing === null) return
    const draft = editing.base === null ? editing.draft : rebased(editing.base.settings, editing.draft, theirs.settings)
    this.put({ base: theirs, draft })
  }

  private put(editing: Editing | null): void {
    const isLikeSaved = editing?.base != null && isSame(editing.base.settings, editing.draft)
    this.editing = isLikeSaved ? null : editing
    for (const listener of this.listeners) listener()
  }
}

/** The draft of this window. */
export const draftStore = new DraftStore()
