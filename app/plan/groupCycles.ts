import type { Anchor } from '../model/anchor.ts'
import type { Nesting } from './planningData.ts'

/**
 * The groups that are, through others, members of themselves: each cycle that belongs together once, its groups in a stable
 * order. Takes time linear in the nestings (Tarjan's strongly connected components), however deep they are.
 */
export function groupCycles(nestings: Iterable<Nesting>): readonly (readonly Anchor[])[] {
  const members = new Map<Anchor, Anchor[]>()
  const own = new Set<Anchor>()
  for (const { group, member } of nestings) {
    if (group === member) own.add(group)
    const list = members.get(group)
    if (list) list.push(member)
    else members.set(group, [member])
  }
  const cycles: Anchor[][] = []
  const indexes = new Map<Anchor, number>()
  const lowest = new Map<Anchor, number>()
  const open: Anchor[] = []
  const isOpen = new Set<Anchor>()
  const enter = (anchor: Anchor) => {
    indexes.set(anchor, indexes.size)
    lowest.set(anchor, indexes.size - 1)
    open.push(anchor)
    isOpen.add(anchor)
    return { anchor, next: 0 }
  }
  const lower = (anchor: Anchor, index: number) => lowest.set(anchor, Math.min(lowest.get(anchor) ?? index, index))
  const leave = (anchor: Anchor) => {
    if (lowest.get(anchor) !== indexes.get(anchor)) return
    const component = open.splice(open.lastIndexOf(anchor))
    for (const one of component) isOpen.delete(one)
    if (component.length > 1 || own.has(anchor)) cycles.push(component.sort())
  }
  for (const root of [...members.keys()].sort()) {
    if (indexes.has(root)) continue
    // A path of its own instead of recursion: nesting can be deeper than a stack.
    const path = [enter(root)]
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const member = members.get(step.anchor)?.[step.next]
      step.next += 1
      if (member === undefined) {
        path.pop()
        leave(step.anchor)
        const above = path.at(-1)
        if (above) lower(above.anchor, lowest.get(step.anchor) ?? 0)
      } else if (!indexes.has(member)) path.push(enter(member))
      else if (isOpen.has(member)) lower(step.anchor, indexes.get(member) ?? 0)
    }
  }
  return cycles.sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
}
