import { goTo } from '../../frame/hashAddress.ts'

let isFree = false

/** Goes to a page without asking about unsaved changes, which stay as they are. */
export function leaveFreely(address: string): void {
  isFree = true
  goTo(address)
  isFree = false
}

/** Whether the present change of page needs no asking. */
export function wasFree(): boolean {
  return isFree
}
