import { type PeopleOptions, userDn } from '../services/peopleLdif.ts'

/** LDIF change records that give `count` users, spread over the company, other titles in every round. */
export function titleChanges(people: PeopleOptions, count: number, round: number): string {
  const step = Math.floor(people.users / count)
  const numbers = Array.from({ length: count }, (_, index) => index * step + (round % step))
  return numbers.map((n) => `${changeOf(userDn(people, n))}replace: title\ntitle: Round ${round}\n\n`).join('')
}

function changeOf(dn: string): string {
  return `dn:: ${Buffer.from(dn).toString('base64')}\nchangetype: modify\n`
}
