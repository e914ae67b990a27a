/** Ends a switch over all cases of a union: forgetting one is an error of types. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`)
}
