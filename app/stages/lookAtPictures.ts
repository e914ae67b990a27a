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
  /** Takes the servers of the directory that gave pictures. */
  readonly servers?: Set<string>
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
    looking.parts.progress({ phase: 'read-pictures', done: looked })
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
    looking.parts.progress({ phase: 'read-pictures', done: looked })
  }
  return looked
}

async function askFor(
  { parts: { signal }, workspace }: Looking,
  source: PictureSource,
  as: Scope['pictures'],
  page: readonly UnknownPicture[],
  taken: Knowing | 'others',
): Promise<number> {
  const pace = { size: 1, concurrency: askedAtOnce, signal }
  await forEachBatch(page, pace, async ([unknown]) => {
    if (unknown) workspace.pictures.add([await lookAt(source, unknown, as)], taken)
  })
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
    looking.servers?.add(event.server)
    const anchors = event.entries.map(({ anchor }) => anchor)
    const wanted = new Set(pictures.unknownAmong(knowing, anchors).map(({ anchor }) => anchor))
    for (const entry of event.entries) {
      if (wanted.has(entry.anchor)) pictures.add([await pictureIn(entry, source)], knowing)
    }
    done += wanted.size
    parts.progress({ phase: 'read-pictures', done, total: unknown })
  }
  return done
}

function anchorsIn(pictures: Pictures, knowing: Knowing): readonly Anchor[] {
  return [...pictures.takeUnknown(knowing, pageLength)].flatMap((page) => page.map(({ anchor }) => anchor))
}

/** The mark that comes with the picture is the picture's, whatever the entry was read with before. */
async function pictureIn(entry: Entry, source: PictureSource): Promise<LookedAt> {
  const outcome = await source.picture(entry.attributes)
  return {
    anchor: entry.anchor,
    mark: entry.mark ?? null,
    validators: nothing,
    found: foundPicture(outcome, 'bytes'),
  }
}

const nothing: PictureValidators = { uri: null, etag: null, lastModified: null }

function validatorsOf(outcome: PictureOutcome): PictureValidators {
  if (outcome.kind !== 'picture' || outcome.origin.kind !== 'server') return nothing
  return { uri: outcome.origin.uri, ...outcome.origin.validators }
}
