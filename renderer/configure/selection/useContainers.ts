import { useQueries, useQuery } from '@tanstack/react-query'
import type { DirectorySettings } from '../../../app/settings/schema.ts'
import { api } from '../../client.ts'
import { dnKey, isAtOrBelow } from './dnParts.ts'

/** One line of the tree. */
export interface TreeRow {
  readonly key: string
  readonly dn: string
  readonly name: string
  readonly parentKey: string | undefined
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly hasChildren: boolean
  /** Below it: `open` when its containers are asked for or shown. */
  readonly below:
    | { readonly kind: 'closed' | 'loading' | 'open' | 'cut-off' }
    | { readonly kind: 'failed'; readonly error: unknown }
}

export interface Containers {
  /** Keys of what is open. */
  readonly open: ReadonlySet<string>
  readonly rows: readonly TreeRow[]
  readonly isLoading: boolean
  /** Why there is no tree at all. */
  readonly error: unknown
  readonly again: () => void
}

type Children = Awaited<ReturnType<typeof api.directory.containers.query>>

export interface ContainersOptions {
  /** Keys of what somebody has opened; null before, when the naming contexts are open and what leads to `aboveChosen`. */
  readonly chosenOpen: ReadonlySet<string> | null
  readonly aboveChosen: readonly string[]
  readonly enabled: boolean
}

/** The containers of the directory, as far as they are opened; each level is read when it is opened for the first time. */
export function useContainers(
  directory: DirectorySettings,
  { chosenOpen, aboveChosen, enabled }: ContainersOptions,
): Containers {
  const roots = useQuery({
    queryKey: ['directory', 'containers', directory, ''],
    queryFn: ({ signal }) => api.directory.containers.query({ draft: { directory }, parentDn: '' }, { signal }),
    enabled,
  })
  const tops = roots.data?.containers ?? []
  const topKeys = tops.map(({ dn }) => dnKey(dn))
  const open = chosenOpen ?? new Set([...topKeys, ...aboveChosen])
  // What lies above all naming contexts is in no tree.
  const opened = [...open].filter((key) => topKeys.some((top) => isAtOrBelow(key, top))).sort()
  const levels = useQueries({
    queries: opened.map((key) => ({
      queryKey: ['directory', 'containers', directory, key],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api.directory.containers.query({ draft: { directory }, parentDn: key }, { signal }),
      enabled,
    })),
  })
  const below = new Map(opened.map((key, index) => [key, levels[index]]))

  const rows: TreeRow[] = []
  const add = (parent: TreeRow | undefined, items: ReadonlyArray<Children['containers'][number]>) => {
    items.forEach(({ dn, name, hasChildren }, index) => {
      const key = dnKey(dn)
      const level = below.get(key)
      const row: TreeRow = {
        key,
        dn,
        name,
        parentKey: parent?.key,
        level: (parent?.level ?? 0) + 1,
        position: index + 1,
        siblings: items.length,
        hasChildren: hasChildren !== false,
        below: belowOf(level),
      }
      rows.push(row)
      if (level?.data) add(row, level.data.containers)
    })
  }
  add(undefined, tops)
  return { rows, open, isLoading: roots.isLoading, error: roots.error, again: () => void roots.refetch() }
}

function belowOf(
  level: { readonly data: Children | undefined; readonly error: unknown } | undefined,
): TreeRow['below'] {
  if (level === undefined) return { kind: 'closed' }
  if (level.error !== null) return { kind: 'failed', error: level.error }
  if (level.data === undefined) return { kind: 'loading' }
  return { kind: level.data.more ? 'cut-off' : 'open' }
}
