import { type ChangeKind, changeKinds } from '../model/change.ts'
import { objectKinds, plural } from '../model/objectKind.ts'
import type { Counts } from '../model/plan.ts'
import { countedKind, number } from './counted.ts'

const fates: Readonly<Record<ChangeKind, string>> = {
  create: 'added',
  update: 'changed',
  deactivate: 'made inactive',
  reactivate: 'made active again',
  delete: 'deleted',
}
const pictureFates: typeof fates = { ...fates, create: 'set', update: 'replaced', delete: 'removed' }

const verbs = { planned: ['would be', 'would be'], done: ['was', 'were'] } as const

/** `412 people would be added, 9 changed.` and so on, a sentence for each kind of object that changes. */
export function countSentences(counts: Counts, wording: keyof typeof verbs): readonly string[] {
  const [one, several] = verbs[wording]
  return objectKinds.flatMap((kind) => {
    const of = counts[plural[kind]]
    const words = kind === 'avatar' ? pictureFates : fates
    const [first, ...others] = changeKinds.filter((change) => of[change] > 0)
    if (!first) return []
    const rest = others.map((change) => `, ${number(of[change])} ${words[change]}`).join('')
    return [`${countedKind(of[first], kind)} ${of[first] === 1 ? one : several} ${words[first]}${rest}.`]
  })
}
