import type { Limit } from '../../../app/settings/schema.ts'
import type { Draft } from './draft.ts'

const limit: Limit = { percent: 5, atLeast: 3, atMost: 500 }

/** What somebody begins with who has no settings yet: every default, and nothing where only a person knows. */
export function emptyDraft(): Draft {
  return {
    version: 1,
    name: '',
    directory: {
      type: 'ad-ds',
      servers: [],
      startTls: false,
      tls: { verify: true },
      bind: { method: 'simple', user: '', password: { file: '' } },
      changeTracking: 'automatic',
      pageSize: 500,
      timeoutSeconds: 60,
    },
    store: {
      profile: 'generic',
      url: '',
      auth: { method: 'bearer', token: { file: '' } },
      concurrency: 8,
      pageSize: 500,
      timeoutSeconds: 60,
    },
    selection: {
      baseDns: [],
      excludeDns: [],
      users: { enabled: true, filter: '' },
      rooms: { enabled: false, attributes: [] },
      groups: { enabled: false, types: ['security'], filter: '' },
      contacts: { enabled: false, filter: '' },
    },
    mapping: {},
    guards: { deletions: sameLimits(), protected: [] },
    mismatched: 'retain',
    softDeleteDays: 7,
    organization: { shared: false, otherDomains: [] },
    schedule: { incremental: '0 */4 * * *', full: null },
    updates: { automatic: false },
  }
}

/** The default limit for every kind of object. */
export function sameLimits(): Draft['guards']['deletions'] {
  return {
    users: { ...limit },
    rooms: { ...limit },
    groups: { ...limit },
    contacts: { ...limit },
    avatars: { ...limit },
  }
}
