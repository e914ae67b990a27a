import { draftStore } from '../draft/draftStore.ts'

/** Lets nobody close the window without being asked while there are unsaved changes; to call it once more changes nothing. */
export function askBeforeClosing(): void {
  addEventListener('beforeunload', ask)
}

function ask(event: BeforeUnloadEvent): void {
  if (draftStore.current() !== null) event.preventDefault()
}
