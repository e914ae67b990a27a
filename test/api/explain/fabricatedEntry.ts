import type { ExplainedEntry, ExplainedResource } from '../../../app/api/explain/explanation.ts'
import type { RowTrace } from '../../../app/mapping/traceRows.ts'

/** A selected person without a resource, or whatever `parts` says instead. */
export function fabricatedEntry(parts: Partial<ExplainedEntry> = {}): ExplainedEntry {
  return {
    kind: 'user',
    dn: 'CN=Ann,OU=Sales,DC=corp',
    anchor: '6f1f0a3e-0000-4000-8000-000000000001',
    kindIs: 'synchronized',
    decision: { kind: 'selected', baseDn: 'DC=corp' },
    room: null,
    rows: [],
    skipped: null,
    rivals: [],
    pending: null,
    isProtected: false,
    link: null,
    resource: null,
    contact: null,
    group: null,
    picture: null,
    history: [],
    ...parts,
  }
}

/** Ann as the store has her, active, and in no other domain unless one is given. */
export function fabricatedResource(otherDomain: string | null = null): ExplainedResource {
  return {
    user: {
      kind: 'user',
      id: 'u7',
      version: null,
      active: true,
      administrator: false,
      values: { uid: 'ann@corp.test' },
      emails: [],
      photo: { kind: 'unknown' },
    },
    by: 'link',
    otherDomain,
  }
}

/** A row that takes the directory attribute of the same name as it is. */
export function fabricatedRow(
  attribute: RowTrace['attribute'],
  text: string,
  validated: RowTrace['validated'] = { kind: 'valid', value: text },
): RowTrace {
  const inputs = [{ name: attribute, values: text === '' ? [] : [text] }]
  return { attribute, origin: 'default', expression: attribute, inputs, text, validated }
}
