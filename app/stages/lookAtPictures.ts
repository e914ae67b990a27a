import { forEachBatch } from '../apply/forEachBatch.ts'
import type { PictureOutcome, PictureSource } from '../avatar/pictureSource.ts'
import type { Anchor } from '../model/anchor.ts'
import type { Entry } from '../model/entry.ts'
import type { Gap } from '../model/gap.ts'
import type { CompiledSelection } from '../selection/compileSelection.ts'
import type { ReadRequest, Source } from '../source/source.ts'
import type { Knowing, LookedAt, Pictures, PictureValidators, UnknownPicture } from '../state/pictures.ts'
import type { Workspace } from '../state/workspace.ts'
import { foundPicture } from './foundPicture.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/** Entries whose pictures are read at once: each can be 2 MB. */
const readAtOnce = 20
/** From here on one walk over the directory costs less than questions for single entries. */
const manyQuestions = 2000
/** Questions to a resource server that are under way at once. */
const askedAtOnce = 8
const pageLength = 500

/** The side that entries are read from: a source, or one that tracks changes. */
type Reader = Pick<Source, 'read' | 'readAnchors'>

interface Looking {
  readonly parts: SyncParts
  readonly selection: CompiledSelection
  readonly workspace: Workspace
  /** Ways in which reading pictures stayed incomplete: who was not seen keeps what there is. */
  readonly gaps: Gap[]
}

/**
 * Looks at the picture of everybody whose picture can be another one than is known (DC-70, DC-73). Where the directory marks
 * changes of entries, unchanged ones are not read; a resource server is asked whether a picture has changed.
 * @param knowing whether the store was asked already: whose picture it lacks is then looked at too, for the bytes
 * @returns how many were looked at
 */
export async function lookAtPictures(
  looking: Looking,
  { pictures: as }: Pick<Scope, 'pictures'>,
  reader: Reader,
  knowing: Knowing,
): Promise<number> {
  const { pictures: source, settings } = looking.parts
  if (source === null || as === 'none' || settings.avatar === undefined) return 0
  const { avatar } = settings
  if (avatar.source === 'attribute') return readPictures(looking, source, avatar.attribute, reader, knowing)
  let looked = 0
  for (const page of looking.workspace.pictures.takeUnknown(knowing, pageLength)) {
    looked += await askFor(looking, source, as, page, knowing)
  }
  return looked
}

/**
 * Asks a resource server for the pictures of everybody of the snapshot who has not changed: nobody tells when a picture has.
 * @returns how many were asked for
 */
export async function lookAtOthers(looking: Looking, { pictures: as }: Pick<Scope, 'pictures'>): Promise<number> {
  const { pictures: source, settings } = looking.parts
  if (source === null || as === 'none' || settings.avatar?.source !== 'server') return 0
  let looked = 0
  for (const page of looking.workspace.pictures.others(pageLength)) {
    looked += await askFor(looking, source, as, page, 'others')
  }
  return looked
}

async function askFor(
  { parts, workspace }: Looking,
  source: PictureSource,
  as: Scope['pictures'],
  page: readonly UnknownPicture[],
  taken: Knowing | 'others',
): Promise<number> {
  const pace = { size: 1, concurrency: askedAtOnce, signal: parts.signal }
  await forEachBatch(page, pace, async ([unknown]) => {
    if (unknown) workspace.pictures.add([await lookAt(source, unknown, as)], taken)
  })
  parts.progress({ phase: 'read-pictures', done: page.length })
  return page.length
}

async function lookAt(source: PictureSource, unknown: UnknownPicture, as: Scope['pictures']): Promise<LookedAt> {
  const { anchor, attributes, mark, known } = unknown
  const { uri, etag, lastModified } = known ?? nothing
  const outcome = await source.picture(attributes, uri === null ? undefined : { uri, etag, lastModified })
  const isKnown = outcome.kind === 'not-modified' && known !== null
  return { anchor, mark, validators: isKnown ? known : validatorsOf(outcome), found: foundPicture(outcome, as) }
}

async function readPictures(
  looking: Looking,
  source: PictureSource,
  attribute: string,
  reader: Reader,
  knowing: Knowing,
): Promise<number> {
  const { parts, selection, workspace } = looking
  const { pictures } = workspace
  const unknown = pictures.countUnknown(knowing)
  if (unknown === 0) return 0
  // Who has none is read too: only an answer tells of which state of the entry that is.
  const request: ReadRequest = {
    kind: 'user',
    baseDns: selection.bases.map(({ dn }) => dn),
    filter: unknown > manyQuestions ? selection.filters.user.text : '(objectClass=*)',
    attributes: [attribute],
    marks: 'wanted',
    pageSize: readAtOnce,
  }
  let done = 0
  const events =
    unknown > manyQuestions ? reader.read(request) : reader.readAnchors(request, anchorsIn(pictures, knowing))
  for await (const event of events) {
    parts.signal.throwIfAborted()
    if (event.kind === 'gap') {
      looking.gaps.push(event.gap)
      continue
    }
    const wanted = new Map(
      pictures
        .unknownAmong(
          knowing,
          event.entries.map(({ anchor }) => anchor),
        )
        .map((one) => [one.anchor, one]),
    )
    for (const entry of event.entries) {
      const one = wanted.get(entry.anchor)
      if (one) pictures.add([await pictureIn(entry, one, source)], knowing)
    }
    done += wanted.size
    parts.progress({ phase: 'read-pictures', done, total: unknown })
  }
  return done
}

function anchorsIn(pictures: Pictures, knowing: Knowing): readonly Anchor[] {
  return [...pictures.takeUnknown(knowing, pageLength)].flatMap((page) => page.map(({ anchor }) => anchor))
}

/** A replica that lags behind may have an older picture than the entry was read with: the mark says whether it does. */
async function pictureIn(entry: Entry, { anchor, mark }: UnknownPicture, source: PictureSource): Promise<LookedAt> {
  const outcome = await source.picture(entry.attributes)
  return {
    anchor,
    mark: entry.mark === mark ? mark : null,
    validators: nothing,
    found: foundPicture(outcome, 'bytes'),
  }
}

const nothing: PictureValidators = { uri: null, etag: null, lastModified: null }

function validatorsOf(outcome: PictureOutcome): PictureValidators {
  if (outcome.kind !== 'picture' || outcome.origin.kind !== 'server') return nothing
  return { uri: outcome.origin.uri, ...outcome.origin.validators }
}
