/** The first RDN of a well-formed DN and the DN above it, both as written; the DN above the last RDN is empty. */
export function splitDn(dn: string): { readonly rdn: string; readonly parentDn: string } {
  const rdn = /^(?:\\.|"(?:\\.|[^"])*"|[^,\\"])*/s.exec(dn)?.[0] ?? dn
  return { rdn: rdn.trim(), parentDn: dn.slice(rdn.length + 1).trim() }
}
