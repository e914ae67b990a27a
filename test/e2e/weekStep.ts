import type { Flavour, WeekDirectory } from './weekDirectory.ts'

/** Something that happens in the directory, and what must follow from it in the store. */
export interface WeekStep {
  readonly name: string
  happen(directory: WeekDirectory): Promise<void>
  /** What is written, in any order; in a store without groups in groups `flat`, when that is something else. */
  readonly changes: readonly string[]
  readonly flat?: readonly string[]
  /** Whether the store is asked for anything. */
  readonly store: 'asked' | 'not asked'
  readonly happens: 'something' | 'nothing'
}

/** Where a week takes place. */
export interface WeekScene {
  readonly flavour: Flavour
  readonly baseDn: string
}

/** A step after which the store is asked for something. */
export function weekStep(
  name: string,
  happen: WeekStep['happen'],
  changes: readonly string[],
  flat: readonly string[] = changes,
): WeekStep {
  return { name, happen, changes, flat, store: 'asked', happens: 'something' }
}

/** The changes that set the members of these groups. */
export function membersOf(...groups: readonly string[]): readonly string[] {
  return groups.map((name) => `update ${name} (differs: members)`)
}

/** The changes that set the managers of these people. */
export function managersOf(...people: readonly string[]): readonly string[] {
  return people.map((name) => `update ${name} (differs: manager)`)
}
