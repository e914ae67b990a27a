import { createHash } from 'node:crypto'

/** The same LDIF records with an entryUUID made from each DN, so that two servers loaded with them hold the same entries. */
export function* withEntryUuids(records: Iterable<string>): Generator<string> {
  for (const record of records) {
    const [dnLine = '', ...others] = record.split('\n')
    const digits = createHash('sha256').update(dnLine).digest('hex')
    const uuid = [0, 8, 12, 16, 20]
      .map((start, index, starts) => digits.slice(start, starts[index + 1] ?? 32))
      .join('-')
    yield [dnLine, `entryUUID: ${uuid}`, ...others].join('\n')
  }
}
