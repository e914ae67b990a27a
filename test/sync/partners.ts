import type { DirectoryEntry } from '../../app/demo/directory/directoryEntry.ts'
import type { EmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import { baseDn } from '../fakes/people.ts'
import type { Random } from './randomFrom.ts'

/** Somebody of another company. */
interface Partner {
  readonly number: number
  mail: string
  title: string
}

/** The contacts of a company whose directory changes at random. */
export class Partners {
  readonly #random: Random
  readonly #here: Partner[] = []
  #counter = 0

  constructor(random: Random, count: number) {
    this.#random = random
    for (let number = 0; number < count; number += 1) this.#here.push(this.#newPartner())
  }

  entries(): readonly DirectoryEntry[] {
    return this.#here.map(entryOf)
  }

  /** Address and title of each, by name. */
  expected(): ReadonlyMap<string, string> {
    return new Map(this.#here.map((partner) => [nameOf(partner), `${partner.mail} ${partner.title}`]))
  }

  /** One comes, goes, or changes; tells what. */
  change(directory: EmbeddedDirectory): string {
    const partner = this.#random.oneOf(this.#here)
    switch (this.#random.oneOf(['new', 'gone', 'mail', 'title'] as const)) {
      case 'new': {
        const added = this.#newPartner()
        this.#here.push(added)
        directory.add(entryOf(added))
        return `new ${nameOf(added)}`
      }
      case 'gone':
        if (this.#here.length < 3) return 'no partner went'
        this.#here.splice(this.#here.indexOf(partner), 1)
        directory.delete(dnOf(partner))
        return `${nameOf(partner)} is gone`
      case 'mail':
        partner.mail = this.#nextMail()
        break
      case 'title':
        partner.title = `Partner since ${this.#next()}`
    }
    directory.replace(dnOf(partner), { mail: [partner.mail], title: [partner.title] })
    return `${nameOf(partner)} is now ${partner.mail} ${partner.title}`
  }

  #newPartner(): Partner {
    return { number: this.#next(), mail: this.#nextMail(), title: 'Partner' }
  }

  #nextMail(): string {
    return `partner${this.#next()}@elsewhere.test`
  }

  #next(): number {
    this.#counter += 1
    return this.#counter
  }
}

function entryOf(partner: Partner): DirectoryEntry {
  return {
    dn: dnOf(partner),
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'contact'],
      objectCategory: [`CN=Person,CN=Schema,CN=Configuration,${baseDn}`],
      cn: [nameOf(partner)],
      displayName: [nameOf(partner)],
      mail: [partner.mail],
      title: [partner.title],
    },
  }
}

function nameOf({ number }: Partner): string {
  return `Partner ${number}`
}

function dnOf(partner: Partner): string {
  return `CN=${nameOf(partner)},OU=Partners,${baseDn}`
}
