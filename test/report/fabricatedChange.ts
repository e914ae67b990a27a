import type { Change } from '../../app/model/change.ts'

const sales = 'OU=Sales,DC=corp,DC=example'

/** An update of a title, or whatever `parts` says instead. */
export function fabricatedChange(parts: Partial<Change> = {}): Change {
  const name = parts.name ?? 'ben.yu@corp.example'
  return {
    position: 1,
    kind: 'update',
    objectKind: 'user',
    name,
    dn: `CN=${name},${sales}`,
    baseDn: sales,
    anchor: '6f1f0a3e-0000-4000-8000-000000000001',
    resourceId: '2819c223-7f76',
    version: null,
    before: { values: { title: 'Engineer' } },
    after: { values: { title: 'Lead Engineer' } },
    reason: { kind: 'differs', attributes: ['title'] },
    ...parts,
  }
}
