const label = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u

/** What is wrong with a domain name, ready for a sentence; undefined when nothing is. Names of any script are allowed. */
export function domainProblem(domain: string): string | undefined {
  if (domain === '') return 'it has no domain'
  if (domain.length > 253) return 'its domain is longer than 253 characters'
  for (const part of domain.split('.')) {
    if (part === '') return 'its domain has an empty part'
    if (part.length > 63) return 'a part of its domain is longer than 63 characters'
    if (!label.test(part)) return `"${part}" cannot be part of a domain name`
  }
  return undefined
}
