import type { Entry } from '../../app/model/entry.ts'
import type { Gap } from '../../app/model/gap.ts'
import type { ReadEvent, ReadRequest } from '../../app/source/source.ts'
import { type FakeSource, fakeSource } from './fakeSource.ts'

/** A directory in memory that gives pictures only to who asks for them, as a real one does, and counts who was given. */
export interface PhotoDirectory extends FakeSource {
  /** Names (the first of `displayname`) whose entries were given to a question for pictures, in order. */
  readonly photoAnswers: string[]
  /** Questions for pictures. */
  readonly photoQuestions: () => number
  /** Done once, when pictures are asked for next and before they are given. */
  beforePhotos: (() => void) | null
  /** Met at the end of every read of pictures alone. */
  photoGaps: Gap[]
  /** Sets the picture of a person, by name; null takes it away. */
  setPhoto(name: string, bytes: Buffer | null, attribute?: string): void
  /** Changes the attributes of a person. */
  setAttributes(name: string, attributes: Entry['attributes']): void
}

/** Attributes that hold pictures in such a directory. */
const photoAttributes = ['thumbnailphoto', 'jpegphoto']

export function photoDirectory(entries: readonly Entry[]): PhotoDirectory {
  const source = fakeSource(entries)
  const { read, readAnchors } = source
  const photoAnswers: string[] = []
  let photoQuestions = 0
  const projected = async function* (request: ReadRequest, events: () => AsyncIterable<ReadEvent>) {
    const asked = request.attributes.map((name) => name.toLowerCase()).filter((name) => photoAttributes.includes(name))
    if (asked.length > 0) {
      photoQuestions += 1
      const { beforePhotos } = directory
      directory.beforePhotos = null
      beforePhotos?.()
    }
    for await (const event of events()) {
      if (event.kind === 'gap') {
        yield event
        continue
      }
      if (asked.length > 0) photoAnswers.push(...event.entries.map(nameOf))
      yield { ...event, entries: event.entries.map((entry) => without(entry, asked)) }
    }
    if (asked.length > 0) for (const gap of directory.photoGaps) yield { kind: 'gap' as const, gap }
  }
  const change = (name: string, changed: (attributes: Entry['attributes']) => Entry['attributes']) => {
    source.entries = source.entries.map((entry) =>
      nameOf(entry) === name ? { ...entry, attributes: changed(entry.attributes) } : entry,
    )
  }
  const directory: PhotoDirectory = Object.assign(source, {
    photoAnswers,
    photoQuestions: () => photoQuestions,
    beforePhotos: null,
    photoGaps: [],
    read: (request: ReadRequest) => projected(request, () => read(request)),
    readAnchors: (request: ReadRequest, anchors: readonly string[]) =>
      projected(request, () => readAnchors(request, anchors)),
    setPhoto(name: string, bytes: Buffer | null, attribute = 'thumbnailphoto') {
      change(name, ({ [attribute]: _, ...others }) =>
        bytes === null ? others : { ...others, [attribute]: [bytes.toString('base64')] },
      )
    },
    setAttributes: (name: string, attributes: Entry['attributes']) =>
      change(name, (before) => ({ ...before, ...attributes })),
  })
  return directory
}

function nameOf({ attributes }: Entry): string {
  return attributes.displayname?.[0] ?? ''
}

function without(entry: Entry, asked: readonly string[]): Entry {
  const left = Object.entries(entry.attributes).filter(
    ([name]) => !photoAttributes.includes(name) || asked.includes(name),
  )
  return { ...entry, attributes: Object.fromEntries(left) }
}
