import type { PlainContent, PlainResource } from './plainContent.ts'

/** One attribute of one object that is not as it must be. */
export interface AttributeDifference {
  readonly name: string
  readonly attribute: string
  readonly is: unknown
  readonly mustBe: unknown
}

/** The first 20 attributes, over all objects, that are not as they must be; empty when everything is equal. */
export function differences(actual: PlainContent, expected: PlainContent): readonly AttributeDifference[] {
  return [...compare(actual.users, expected.users), ...compare(actual.groups, expected.groups)].slice(0, 20)
}

function* compare(
  actual: ReadonlyMap<string, PlainResource>,
  expected: ReadonlyMap<string, PlainResource>,
): Generator<AttributeDifference> {
  for (const name of new Set([...actual.keys(), ...expected.keys()])) {
    const [is, mustBe] = [actual.get(name), expected.get(name)]
    if (is === undefined || mustBe === undefined) {
      yield { name, attribute: 'the whole object', is: is ?? 'not there', mustBe: mustBe ?? 'not there' }
      continue
    }
    for (const attribute of new Set([...Object.keys(is), ...Object.keys(mustBe)])) {
      if (inOrder(is[attribute]) === inOrder(mustBe[attribute])) continue
      yield { name, attribute, is: is[attribute], mustBe: mustBe[attribute] }
    }
  }
}

/** The value as text, whatever the order of its keys. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : each,
  )
}
