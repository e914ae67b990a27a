import { parseDn } from '../../model/dn.ts'

/** The value of the first name part of a DN: `Sales` of `OU=Sales,DC=corp`. What is no DN stands for itself. */
export function firstNamePart(dn: string): string {
  try {
    return parseDn(dn)[0]?.[0]?.value ?? dn
  } catch {
    return dn
  }
}
