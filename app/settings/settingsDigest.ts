import { createHash } from 'node:crypto'
import { canonicalJson } from './canonicalJson.ts'
import type { AvatarSettings, Settings } from './schema.ts'

/** SHA-256 (64 hexadecimal digits) over all settings: changes with any of them, not with comments or order of keys. */
export function settingsDigest(settings: Settings): string {
  return sha256(canonicalJson(settings))
}

/**
 * SHA-256 (64 hexadecimal digits) over the settings that decide what a plan says (DC-31): a stored plan may be applied
 * only while this stays equal. In it: which directory type and bases are read and with which filters, the mapping with
 * the country and the language that it falls back to, the guards, what happens to mismatched and vanished objects, which
 * store the resource ids belong to, and, where domains share it, how they are told apart; while pictures are sent, where
 * they are found and in which form. Left out, since the plan would be the same: the connector's name, servers, domain,
 * TLS, binds, sign-in, page sizes, time limits, concurrency, the schedule, updates.
 */
export function planSettingsDigest(settings: Settings): string {
  const { directory, store, selection, mapping, guards, mismatched, softDeleteDays, organization, avatar } = settings
  const { shared, country, language } = organization
  const tellsMore = shared || country !== undefined || language !== undefined
  return sha256(
    canonicalJson({
      directory: { type: directory.type },
      store: { profile: store.profile, url: store.url },
      selection,
      mapping,
      guards,
      mismatched,
      softDeleteDays,
      ...(tellsMore && { organization }),
      ...(avatar?.enabled && { avatar: withoutCredential(avatar), pictures: store.pictures ?? null }),
    }),
  )
}

/** SHA-256 (64 hexadecimal digits) over what decides where a picture is found: others may be found elsewhere. */
export function pictureSettingsDigest(avatar: AvatarSettings): string {
  const place = avatar.source === 'attribute' ? avatar.attribute.toLowerCase() : avatar.pattern
  return sha256(canonicalJson({ source: avatar.source, place }))
}

function withoutCredential(avatar: AvatarSettings): Partial<AvatarSettings> {
  return { ...avatar, ...('credential' in avatar && { credential: undefined }) }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
