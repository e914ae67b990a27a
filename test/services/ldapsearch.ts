import { run } from './run.ts'

/** Values by lower-case attribute name, options kept; binary values as base64 text of their bytes when not UTF-8. */
export interface LdapsearchEntry {
  readonly dn: string
  readonly attributes: ReadonlyMap<string, readonly string[]>
}

export interface LdapsearchOptions {
  readonly url: string
  readonly bindDn?: string
  readonly password?: string
  readonly caFile?: string
  /** `never` takes any certificate, for servers whose certificate lacks the name. */
  readonly verify?: 'demand' | 'never'
  readonly startTls?: boolean
  readonly baseDn: string
  readonly scope?: 'base' | 'one' | 'sub'
  readonly filter?: string
  readonly attributes?: readonly string[]
  readonly pageSize?: number
}

/** Reads with OpenLDAP's own client: an independent second opinion. Throws with its words when the search fails. */
export async function ldapsearch(options: LdapsearchOptions): Promise<readonly LdapsearchEntry[]> {
  return parseLdif(await run('ldapsearch', ldapsearchArguments(options), { env: ldapsearchEnvironment(options) }))
}

/** The command line for `options`, for measuring and for looking at the raw output. */
export function ldapsearchArguments(options: LdapsearchOptions): readonly string[] {
  return [
    '-x',
    '-LLL',
    '-o',
    'ldif-wrap=no',
    ...(options.startTls ? ['-ZZ'] : []),
    ...['-H', options.url],
    ...(options.bindDn === undefined ? [] : ['-D', options.bindDn, '-w', options.password ?? '']),
    ...['-b', options.baseDn, '-s', options.scope ?? 'sub'],
    ...['-E', `pr=${options.pageSize ?? 1000}/noprompt`],
    options.filter ?? '(objectClass=*)',
    ...(options.attributes ?? []),
  ]
}

/** What ldapsearch takes from the environment: the authorities it trusts. */
export function ldapsearchEnvironment(options: LdapsearchOptions): Readonly<Record<string, string>> {
  return {
    LDAPTLS_REQCERT: options.verify ?? 'demand',
    ...(options.caFile === undefined ? {} : { LDAPTLS_CACERT: options.caFile }),
  }
}

/** Entries of an unfolded or folded LDIF; comments, references and `search:` lines are left out. */
export function parseLdif(text: string): readonly LdapsearchEntry[] {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\n ', '')
    .split(/\n{2,}/)
    .map(parseRecord)
    .filter((entry) => entry !== undefined)
}

function parseRecord(text: string): LdapsearchEntry | undefined {
  const attributes = new Map<string, string[]>()
  let dn: string | undefined
  for (const line of text.split('\n')) {
    const match = /^([A-Za-z0-9.;=*_-]+):(:?) ?(.*)$/.exec(line)
    if (match === null) continue
    const [, name = '', encoded, written = ''] = match
    const value = encoded === ':' ? decode(written) : written
    if (name === 'dn') {
      dn = value
      continue
    }
    const values = attributes.get(name.toLowerCase())
    if (values === undefined) attributes.set(name.toLowerCase(), [value])
    else values.push(value)
  }
  return dn === undefined ? undefined : { dn, attributes }
}

function decode(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  const text = bytes.toString('utf8')
  return Buffer.from(text).equals(bytes) ? text : base64
}
