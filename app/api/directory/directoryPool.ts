import { createHash } from 'node:crypto'
import { canonicalJson } from '../../settings/canonicalJson.ts'
import type { DirectorySettings } from '../../settings/schema.ts'
import type { DirectoryView } from '../../source/directoryView.ts'
import type { Source } from '../../source/source.ts'

/** A directory with a connection to look around. */
export interface PooledDirectory {
  readonly source: Source
  readonly view: DirectoryView
}

/** Directories that are kept open for a moment: whoever types asks again soon. */
export interface DirectoryPool {
  /** What the work throws is thrown; a connection that was lost while nobody asked is opened again. */
  use<Result>(directory: DirectorySettings, work: (open: PooledDirectory) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

interface Place {
  readonly opened: Promise<PooledDirectory>
  users: number
  idle: NodeJS.Timeout | undefined
}

const idleMilliseconds = 30_000

export function directoryPool(open: (directory: DirectorySettings) => Promise<Source>): DirectoryPool {
  const places = new Map<string, Place>()

  const end = async (key: string, place: Place): Promise<void> => {
    clearTimeout(place.idle)
    if (places.get(key) === place) places.delete(key)
    const opened = await place.opened.catch(() => null)
    opened?.view.close()
    await opened?.source.close()
  }
  const begin = (key: string, directory: DirectorySettings): Place => {
    const place: Place = { opened: openPooled(open, directory), users: 0, idle: undefined }
    places.set(key, place)
    // One that could not be opened is tried anew by whoever asks next.
    place.opened.catch(() => end(key, place))
    return place
  }
  const standing = async (key: string, directory: DirectorySettings): Promise<Place> => {
    const present = places.get(key)
    if (present === undefined) return begin(key, directory)
    const { view } = await present.opened
    if (view.isOpen) return present
    await end(key, present)
    return places.get(key) ?? begin(key, directory)
  }
  return {
    async use(directory, work) {
      const key = createHash('sha256').update(canonicalJson(directory)).digest('hex')
      const place = await standing(key, directory)
      clearTimeout(place.idle)
      place.users += 1
      try {
        return await work(await place.opened)
      } finally {
        place.users -= 1
        if (place.users === 0 && places.get(key) === place) {
          place.idle = setTimeout(() => void end(key, place), idleMilliseconds).unref()
        }
      }
    },
    async close() {
      await Promise.all([...places].map(([key, place]) => end(key, place)))
    },
  }
}

async function openPooled(
  open: (directory: DirectorySettings) => Promise<Source>,
  directory: DirectorySettings,
): Promise<PooledDirectory> {
  const source = await open(directory)
  try {
    return { source, view: await source.browse() }
  } catch (error) {
    await source.close()
    throw error
  }
}
