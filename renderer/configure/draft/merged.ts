/** A copy of a part of the settings with other values in it; `undefined` takes a setting out that need not be there. */
export function merged<Part extends object>(
  part: Part,
  values: { readonly [Key in keyof Part]?: Part[Key] | undefined },
): Part {
  const copy = { ...part, ...values }
  for (const key of Object.keys(values) as (keyof Part)[]) if (values[key] === undefined) delete copy[key]
  return copy
}
