/** Which form the values of an attribute take as text. */
export type ValueForm = 'text' | 'guid' | 'sid' | 'base64'

/** The part of a multi-valued attribute that a server gave (MS-ADTS 3.1.1.3.1.3.3); `last` is null when it is the end. */
export interface ValueRange {
  readonly first: number
  readonly last: number | null
}

/** What an attribute description in an answer means. */
export interface AttributeName {
  /** Lower case, without options. */
  readonly name: string
  readonly form: ValueForm
  /** Whether it came with an option other than a range: its values stand behind those of the plain attribute. */
  readonly isOptioned: boolean
  readonly range: ValueRange | null
  /** Where its values go; both are false for what nobody asked for. */
  readonly isShown: boolean
  readonly isAside: boolean
}

export interface AttributeNamesOptions {
  /** Lower-case names of the attributes that become `attributes`; `*` takes all that are not in `aside`. */
  readonly shown: ReadonlySet<string>
  /** Lower-case names of the attributes that the reader needs for itself. */
  readonly aside?: ReadonlySet<string>
  /** Lower-case names of attributes whose values are not text. */
  readonly binary?: ReadonlySet<string>
}

const guidAttributes: ReadonlySet<string> = new Set(['objectguid', 'parentguid', 'schemaidguid'])
const sidAttributes: ReadonlySet<string> = new Set(['objectsid', 'sidhistory', 'tokengroups'])
const wellFormed = /^[a-z0-9][a-z0-9.-]*$/
const mostCached = 10_000

/** Understands attribute descriptions as they come from a server, each spelling once. */
export class AttributeNames {
  readonly #options: AttributeNamesOptions
  readonly #known = new Map<string, AttributeName>()

  constructor(options: AttributeNamesOptions) {
    this.#options = options
  }

  /** `description` as it stands in an answer: `proxyAddresses`, `member;range=0-1499`, `cn;lang-de`. */
  get(description: string): AttributeName {
    const known = this.#known.get(description)
    if (known !== undefined) return known
    const parsed = this.#parse(description)
    if (this.#known.size < mostCached) this.#known.set(description, parsed)
    return parsed
  }

  #parse(description: string): AttributeName {
    const [name = '', ...options] = description.toLowerCase().split(';')
    const range = options.map(parseRange).find((each) => each !== undefined) ?? null
    const isOptioned = options.some((option) => option !== 'binary' && parseRange(option) === undefined)
    const { shown, aside } = this.#options
    const isAside = aside?.has(name) ?? false
    const isShown = wellFormed.test(name) && (shown.has(name) || (shown.has('*') && !isAside))
    return { name, form: this.#formOf(name, options), isOptioned, range, isShown, isAside }
  }

  #formOf(name: string, options: readonly string[]): ValueForm {
    if (guidAttributes.has(name)) return 'guid'
    if (sidAttributes.has(name)) return 'sid'
    return this.#options.binary?.has(name) || options.includes('binary') ? 'base64' : 'text'
  }
}

function parseRange(option: string): ValueRange | undefined {
  const match = /^range=(\d+)-(\d+|\*)$/.exec(option)
  if (match === null) return undefined
  return { first: Number(match[1]), last: match[2] === '*' ? null : Number(match[2]) }
}
