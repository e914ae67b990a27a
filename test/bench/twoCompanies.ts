import type { PeopleOptions } from '../services/peopleLdif.ts'
import { peopleLdif } from '../services/peopleLdif.ts'

/** One domain with two companies of different size, so that both are measured in one run on the same server. */
export interface TwoCompanies {
  readonly small: PeopleOptions
  readonly large: PeopleOptions
}

export function twoCompanies(baseDn: string, small: number, large: number): TwoCompanies {
  const company = (name: string, users: number): PeopleOptions => ({
    flavour: 'ad',
    baseDn: `OU=${name},${baseDn}`,
    users,
    groups: 0,
  })
  return { small: company('Small', small), large: company('Large', large) }
}

/** LDIF of both, in pieces; account names are unique in a domain, so that the small company has others. */
export function* twoCompaniesLdif({ small, large }: TwoCompanies): Generator<string> {
  for (const { baseDn } of [small, large]) {
    const name = baseDn.slice('OU='.length, baseDn.indexOf(','))
    yield `dn: ${baseDn}\nobjectClass: organizationalUnit\nou: ${name}\n\n`
  }
  for (const record of peopleLdif(small)) {
    yield record
      .replace('sAMAccountName: u', 'sAMAccountName: s')
      .replace('userPrincipalName: u', 'userPrincipalName: s')
  }
  yield* peopleLdif(large)
}
