import { type PeopleOptions, peopleLdif, userDn } from '../services/peopleLdif.ts'

const groupDn = (n: number, baseDn: string) => `cn=Level ${n},ou=Groups,${baseDn}`
const memberLine = (dn: string) => `member:: ${Buffer.from(dn).toString('base64')}\n`

/**
 * LDIF of a company whose groups are a chain: each holds the next, the last one all users, and the first group again.
 * @param depth how many groups; 0 for none
 */
export function* nestedGroups(people: PeopleOptions, depth: number): Generator<string> {
  yield* peopleLdif(people)
  for (let n = 0; n < depth; n += 1) {
    const dn = groupDn(n, people.baseDn)
    const isLast = n === depth - 1
    yield `dn: ${dn}\nobjectClass: groupOfNames\ncn: Level ${n}\n${memberLine(groupDn((n + 1) % depth, people.baseDn))}`
    if (isLast) for (let user = 0; user < people.users; user += 1) yield memberLine(userDn(people, user))
    yield '\n'
  }
}
