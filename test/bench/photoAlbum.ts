import { type PeopleOptions, peopleLdif, userDn } from '../services/peopleLdif.ts'
import { pictureOf } from './pictureOf.ts'

/** The pictures of a company's users, each another one; of some, others later. */
export class PhotoAlbum {
  readonly #people: PeopleOptions
  readonly #editions = new Map<number, number>()

  constructor(people: PeopleOptions) {
    this.#people = people
  }

  /** The picture of user number `n`, from 0. */
  picture(n: number): Buffer {
    return pictureOf(this.name(n))
  }

  /** Changes with the picture. */
  name(n: number): string {
    return `${n}-${this.#editions.get(n) ?? 0}`
  }

  /** LDIF of the company with everybody's picture in jpegPhoto. */
  *ldif(): Generator<string> {
    let n = 0
    for (const record of peopleLdif(this.#people)) {
      if (!record.includes('\nobjectClass: inetOrgPerson\n')) yield record
      else {
        yield `${record.slice(0, -1)}${this.#photoLine(n)}\n`
        n += 1
      }
    }
  }

  /** Gives `count` users, spread over the company, other pictures, and returns that as LDIF change records. */
  change(count: number): string {
    const step = Math.floor(this.#people.users / count)
    const numbers = Array.from({ length: count }, (_, index) => index * step)
    for (const n of numbers) this.#editions.set(n, (this.#editions.get(n) ?? 0) + 1)
    return numbers.map((n) => this.#changeOf(n)).join('')
  }

  #changeOf(n: number): string {
    const dn = Buffer.from(userDn(this.#people, n)).toString('base64')
    return `dn:: ${dn}\nchangetype: modify\nreplace: jpegPhoto\n${this.#photoLine(n)}\n`
  }

  #photoLine(n: number): string {
    return `jpegPhoto:: ${this.picture(n).toString('base64')}\n`
  }
}
