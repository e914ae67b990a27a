import { pathOf, presentAddress, segmentsOf } from './hashAddress.ts'

/**
 * After a person has gone to another page, its heading takes the focus once it is there. What is chosen within a page (one
 * person of a list, one row) leaves the focus where it is.
 */
let page = pageOf(presentAddress())
let waits = false
let wasElsewhere = false

addEventListener('hashchange', () => {
  const now = pageOf(presentAddress())
  if (now === page) return
  page = now
  waits = true
  wasElsewhere = true
})

/**
 * Whether the heading that is asking should take the focus: the first that asks after a person went to another page, and
 * one that stands for what had the focus and is gone.
 */
export function takePageFocus(): boolean {
  const taken = waits || (wasElsewhere && document.activeElement === document.body)
  waits = false
  return taken
}

function pageOf(address: string): string {
  const [first = '', ...further] = segmentsOf(pathOf(address))
  const areAllPages = first === 'configure' || first === 'help' || first === 'start'
  return [first, ...(areAllPages ? further : [])].join('/')
}
