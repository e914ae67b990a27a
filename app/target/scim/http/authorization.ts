/** Makes the Authorization header. */
export interface Authorization {
  /** The header's value; throws ConnectorError `unauthorized` or `unreachable` when no token can be had. */
  header(): Promise<string>
  /** Called after a 401 on `refused`: whether `header` will give something else now. */
  renewable(refused: string): boolean
  close(): Promise<void>
}

/** A token that never changes. */
export function bearer(token: string): Authorization {
  const value = `Bearer ${token}`
  return { header: async () => value, renewable: () => false, close: async () => {} }
}
