import type { UserValues, ValueAttribute } from '../../../model/resource.ts'

/** The values that the store has a place for; the others are not sent, and count as ignored when they hold a text. */
export function supportedValues(
  attributes: ReadonlySet<ValueAttribute>,
  values: UserValues,
): { readonly values: UserValues; readonly ignored: readonly ValueAttribute[] } {
  const unsupported = (Object.keys(values) as ValueAttribute[]).filter((name) => !attributes.has(name))
  if (unsupported.length === 0) return { values, ignored: [] }
  const supported: Partial<Record<ValueAttribute, string | null>> = { ...values }
  for (const attribute of unsupported) delete supported[attribute]
  return { values: supported, ignored: unsupported.filter((attribute) => Boolean(values[attribute])) }
}
