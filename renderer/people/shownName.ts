import type { ExplainedEntry } from '../../app/api/explain/explanation.ts'

/** By what an entry is called: the name that it has or would have in the cloud, else the first part of its DN. */
export function shownName({ rows, group, resource, contact, dn }: ExplainedEntry): string {
  const mapped = rows.find(({ attribute }) => attribute === 'displayName')?.validated
  const name = mapped?.kind === 'valid' ? mapped.value : ''
  const known = resource?.user.values.displayName ?? contact?.resource?.values.displayName ?? group?.name
  return name || known || (dn.split(/(?<!\\),/, 1)[0] ?? dn).replace(/^[^=]+=/, '')
}
