import type { Database } from 'better-sqlite3'
import type { FoundPicture, Knowing, LookedAt, Pictures, UnknownPicture } from '../pictures.ts'
import type { PictureOptions } from '../workspace.ts'
import { pages } from './pages.ts'
import { showsPhotos } from './showsPhotos.ts'
import { hasUnconfirmedPhoto, noteUnconfirmedPhotos } from './unconfirmedPhotos.ts'

interface UnknownRow {
  readonly place: number
  readonly anchor: string
  readonly attributes: string
  readonly mark: string | null
  readonly known: 0 | 1
  readonly uri: string | null
  readonly etag: string | null
  readonly last_modified: string | null
}

const validatorColumns = 'm.uri, m.etag, m.last_modified'

/** The pictures of a run; without options there are none. */
export function pictureRecords(database: Database, options: PictureOptions | null): Pictures {
  if (options === null) return noPictures
  noteUnconfirmedPhotos(database)
  return {
    countUnknown: (knowing) =>
      database
        .prepare<[string], number>(`SELECT count(*) FROM (${selectUnknown(database, options, knowing)})`)
        .pluck()
        .get(options.source) ?? 0,
    *takeUnknown(knowing, pageLength) {
      const statement = database.prepare<[string, number, number], UnknownRow>(
        `${selectUnknown(database, options, knowing)}
           AND e.rowid > ? ORDER BY e.rowid LIMIT ?`,
      )
      const read = (last: UnknownRow | null) => statement.all(options.source, last?.place ?? 0, pageLength)
      for (const page of pages<UnknownRow>(read)) yield page.map(toUnknown)
    },
    unknownAmong: (knowing, anchors) =>
      database
        .prepare<[string, string], UnknownRow>(
          `${selectUnknown(database, options, knowing)}
             AND e.anchor IN (SELECT value FROM json_each(?))`,
        )
        .all(options.source, JSON.stringify(anchors))
        .map(toUnknown),
    *others(pageLength) {
      const statement = database.prepare<[string, string, number], UnknownRow>(
        `SELECT 0 AS place, s.anchor, s.attributes, m.mark, m.anchor IS NOT NULL AS known, ${validatorColumns}
         FROM main.snapshot AS s LEFT JOIN main.pictures AS m ON m.anchor = s.anchor AND m.source = ?
         WHERE s.anchor > ? AND s.kind = 'user' AND s.name_key IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM work.focus AS f WHERE f.anchor = s.anchor)
         ORDER BY s.anchor LIMIT ?`,
      )
      const read = (last: UnknownRow | null) => statement.all(options.source, last?.anchor ?? '', pageLength)
      for (const page of pages<UnknownRow>(read)) yield page.map(toUnknown)
    },
    add: adding(database, options),
    bytes(value) {
      const row = database
        .prepare<[string], { readonly mediaType: string; readonly bytes: Buffer }>(
          'SELECT media_type AS mediaType, bytes FROM work.picture_bytes WHERE value = ?',
        )
        .get(value)
      return row ?? null
    },
    count() {
      const own = 'SELECT count(*) FROM work.entries AS e'
      const value = `CASE WHEN p.anchor IS NULL THEN m.value ELSE p.value END IS NOT NULL`
      return (
        database
          .prepare<[string], number>(
            `${own} LEFT JOIN work.pictures AS p ON p.anchor = e.anchor
             LEFT JOIN main.pictures AS m ON m.anchor = e.anchor AND m.source = ? WHERE e.kind = 'user' AND ${value}`,
          )
          .pluck()
          .get(options.source) ?? 0
      )
    },
  }
}

/**
 * Whose entry may have changed since its picture was looked at; and, once the store was asked, whose known picture the store
 * does not have, or has lost, so that the picture itself is needed. Who is held back already, for want of an e-mail address
 * for example, gets none (DC-72). Ends in a condition.
 */
function selectUnknown(database: Database, { changesShow, sentAs, bytes }: PictureOptions, knowing: Knowing): string {
  const mayHaveChanged = changesShow === 'entry' ? '(m.anchor IS NULL OR e.mark IS NULL OR m.mark IS NOT e.mark)' : '1'
  const value = 'CASE WHEN p.anchor IS NULL THEN m.value ELSE p.value END'
  const isThere = knowing === 'entries-and-store' && showsPhotos(database) ? " AND c.photo <> 'absent'" : ''
  const isUnsent = `(${value} IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM work.picture_bytes AS b WHERE b.value = ${value})
    AND NOT EXISTS (
      SELECT 1 FROM main.links AS l
      CROSS JOIN main.sent_photos AS sent ON sent.resource_id = l.resource_id AND sent.value = ${value}
      CROSS JOIN work.current_users AS c ON c.id = l.resource_id${isThere}
      WHERE l.kind = 'user' AND l.anchor = e.anchor AND NOT ${hasUnconfirmedPhoto('e.anchor')}))`
  const needed = knowing === 'entries' || sentAs === 'links' || bytes === 'drop' ? '0' : isUnsent
  return `
    SELECT e.rowid AS place, e.anchor, e.attributes, e.mark,
      m.anchor IS NOT NULL AND NOT ${needed} AS known, ${validatorColumns}
    FROM work.entries AS e
    LEFT JOIN main.pictures AS m ON m.anchor = e.anchor AND m.source = ?
    LEFT JOIN work.pictures AS p ON p.anchor = e.anchor
    WHERE e.kind = 'user' AND e.anchor NOT IN (SELECT anchor FROM work.held WHERE kind = 'user')
      AND ((p.anchor IS NULL AND ${mayHaveChanged}) OR ${needed})`
}

function adding(database: Database, { source, sentAs, bytes: kept }: PictureOptions): Pictures['add'] {
  const add = database.prepare('INSERT OR REPLACE INTO work.pictures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const addKnown = database.prepare(
    `INSERT OR REPLACE INTO work.pictures
       SELECT anchor, ?, ?, ?, ?, value, media_type, size, problem FROM main.pictures WHERE anchor = ? AND source = ?`,
  )
  const addBytes = database.prepare('INSERT OR IGNORE INTO work.picture_bytes VALUES (?, ?, ?)')
  const known = database.prepare<[string, string], { readonly value: string | null; readonly problem: string | null }>(
    'SELECT value, problem FROM main.pictures WHERE anchor = ? AND source = ?',
  )
  const sentTo = (store: string) =>
    database
      .prepare<[string], string>(
        `SELECT sent.value FROM main.links CROSS JOIN main.sent_photos AS sent ON sent.resource_id = links.resource_id
         ${store} WHERE links.kind = 'user' AND links.anchor = ? AND NOT ${hasUnconfirmedPhoto('links.anchor')}`,
      )
      .pluck()
  /** What the store has, as far as is known: what it has lost since counts only once it was asked. */
  const sent = {
    entries: sentTo(''),
    'entries-and-store': sentTo(
      "CROSS JOIN work.current_users AS c ON c.id = links.resource_id AND c.photo <> 'absent'",
    ),
  }

  const record = ({ anchor, mark, validators, found }: LookedAt, as: Knowing | 'others'): void => {
    const { uri, etag, lastModified } = validators
    if (found.kind === 'as-known') {
      addKnown.run(mark, uri, etag, lastModified, anchor, source)
      return
    }
    const photo = found.kind === 'picture' ? found.photo : null
    add.run(
      anchor,
      mark,
      uri,
      etag,
      lastModified,
      photo?.value ?? null,
      photo?.mediaType ?? null,
      photo?.size ?? null,
      problemText(found),
    )
    if (found.kind !== 'picture' || kept === 'drop' || sentAs === 'links') return
    const there = sent[as === 'others' ? 'entries' : as].get(anchor)
    if (there !== found.photo.value) addBytes.run(found.photo.value, found.photo.mediaType, found.bytes)
  }
  /** Of the others, a picture that is refused changes nothing: what was sent stays. One that no longer is may be any. */
  const isOther = ({ anchor, found }: LookedAt): boolean => {
    if (found.kind === 'as-known' || found.kind === 'refused') return false
    const { value, problem } = known.get(anchor, source) ?? { value: null, problem: null }
    return problem !== null || value !== (found.kind === 'picture' ? found.photo.value : null)
  }
  return database.transaction((looked: readonly LookedAt[], as: Knowing | 'others') => {
    const changed = as === 'others' ? looked.filter(isOther) : looked
    if (as === 'others') {
      database
        .prepare("INSERT OR IGNORE INTO work.focus SELECT value, 'unread' FROM json_each(?)")
        .run(JSON.stringify(changed.map(({ anchor }) => anchor)))
    }
    for (const one of changed) record(one, as)
  })
}

function problemText(found: FoundPicture): string | null {
  if (found.kind !== 'refused') return null
  const { code, problem, remedy } = found
  return JSON.stringify({ code, problem, remedy })
}

function toUnknown({ anchor, attributes, mark, known, uri, etag, last_modified }: UnknownRow): UnknownPicture {
  const validators = known === 1 ? { uri, etag, lastModified: last_modified } : null
  return { anchor, attributes: JSON.parse(attributes), mark, known: validators }
}

const noPictures: Pictures = {
  countUnknown: () => 0,
  takeUnknown: () => [],
  unknownAmong: () => [],
  others: () => [],
  add() {},
  bytes: () => null,
  count: () => 0,
}
