import { createHash } from 'node:crypto'
import { canonicalJson } from './canonicalJson.ts'
import type { Settings } from './schema.ts'

/** SHA-256 (64 hexadecimal digits) over all settings: changes with any of them, not with comments or order of keys. */
export function settingsDigest(settings: Settings): string {
  return sha256(canonicalJson(settings))
}

/**
 * SHA-256 (64 hexadecimal digits) over the settings that decide what a plan says (DC-31): a stored plan may be applied
 * only while this stays equal. In it: which directory type and bases are read and with which filters, the mapping, the
 * guards, what happens to mismatched and vanished objects, which store the resource ids belong to, and, where domains
 * share it, how they are told apart. Left out, since
 * the plan would be the same: the connector's name, servers, domain, TLS, binds, sign-in, page sizes, time limits,
 * concurrency, the schedule.
 */
export function planSettingsDigest(settings: Settings): string {
  const { directory, store, selection, mapping, guards, mismatched, softDeleteDays, organization } = settings
  return sha256(
    canonicalJson({
      directory: { type: directory.type },
      store: { profile: store.profile, url: store.url },
      selection,
      mapping,
      guards,
      mismatched,
      softDeleteDays,
      ...(organization.shared && { organization }),
    }),
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
