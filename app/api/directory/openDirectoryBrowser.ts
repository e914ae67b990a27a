import type { PictureSource } from '../../avatar/pictureSource.ts'
import { andFilters } from '../../selection/filter/andFilters.ts'
import { formatFilter } from '../../selection/filter/formatFilter.ts'
import { parseFilter } from '../../selection/filter/parseFilter.ts'
import { absolutePaths } from '../../settings/absolutePaths.ts'
import type { AvatarSettings, DirectorySettings } from '../../settings/schema.ts'
import type { Source } from '../../source/source.ts'
import { tryAvatar } from '../avatar/tryAvatar.ts'
import { draftSelection, isExcluded } from '../configuration/draftSelection.ts'
import { beginningFilter } from './beginningFilter.ts'
import type { Container, DirectoryBrowser, DirectoryDraft, Sample } from './directoryBrowser.ts'
import { directoryPool } from './directoryPool.ts'
import { firstNamePart } from './firstNamePart.ts'
import { mapSample, sampleAttributes, sampleOf } from './mapSample.ts'
import { selectableContexts } from './selectableContexts.ts'

export interface DirectoryBrowserParts {
  /** Files that a draft names without a folder are looked for here. */
  readonly dataFolder: string
  openSource(settings: { readonly directory: DirectorySettings }): Promise<Source>
  openPictures(settings: { readonly avatar: AvatarSettings }): Promise<PictureSource>
  /** Domain controllers that DNS names for a domain, best first, with their ports. */
  lookUpControllers(domain: string): Promise<readonly string[]>
}

export interface OpenDirectoryBrowser extends DirectoryBrowser {
  /** Ends the connections that are kept. */
  close(): Promise<void>
}

const mostContainers = 2000
const mostSamples = 10
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const kindOrder: Readonly<Record<Container['kind'], number>> = { domain: 0, unit: 0, container: 1 }

/** Looks into directories with settings that need not be saved; connections are kept for half a minute. */
export function openDirectoryBrowser(parts: DirectoryBrowserParts): OpenDirectoryBrowser {
  const { dataFolder } = parts
  const pool = directoryPool((directory) =>
    parts.openSource({ directory: absolutePaths({ directory }, dataFolder).directory }),
  )

  const samples = async (draft: DirectoryDraft, text: string): Promise<readonly Sample[]> => {
    const { selection, filter } = draftSelection(draft, 'user')
    const beginning = beginningFilter(text)
    const wanted = beginning === null ? filter : formatFilter(andFilters(parseFilter(filter), beginning))
    const baseDns = selection.bases.map(({ dn }) => dn)
    return pool.use(draft.directory, async ({ view }) => {
      const found: Sample[] = []
      for await (const page of view.look({ baseDns, filter: wanted, attributes: sampleAttributes })) {
        found.push(...page.filter(({ dn }) => !isExcluded(dn, selection)).map(sampleOf))
        if (found.length >= mostSamples) break
      }
      return found.slice(0, mostSamples).sort((one, other) => byName.compare(one.name, other.name))
    })
  }
  return {
    answer: ({ directory }) =>
      pool.use(directory, async ({ view: { facts } }) => ({
        server: facts.server,
        product: facts.product,
        namingContexts: selectableContexts(facts),
        defaultNamingContext: facts.defaultNamingContext,
      })),
    controllers: (domain) => parts.lookUpControllers(domain),
    containers: ({ directory }, parentDn) =>
      pool.use(directory, async ({ view }) => {
        if (parentDn.trim() === '')
          return { containers: selectableContexts(view.facts).map(contextContainer), more: false }
        const { containers, more } = await view.containers(parentDn, mostContainers)
        const named = containers.map((each): Container => ({ ...each, name: firstNamePart(each.dn) }))
        const sorted = named.sort(
          (one, other) => kindOrder[one.kind] - kindOrder[other.kind] || byName.compare(one.name, other.name),
        )
        return { containers: sorted, more }
      }),
    async count(draft, kind, upTo, signal) {
      const { selection, filter } = draftSelection(draft, kind)
      const baseDns = selection.bases.map(({ dn }) => dn)
      return pool.use(draft.directory, async ({ view }) => {
        let count = 0
        for await (const page of view.look({ baseDns, filter, attributes: [] })) {
          count += page.filter(({ dn }) => !isExcluded(dn, selection)).length
          if (count > upTo) return { count: upTo, more: true }
          if (signal?.aborted) return { count, more: true }
        }
        return { count, more: false }
      })
    },
    attributes: ({ directory }) =>
      pool.use(directory, async ({ view: { attributeNames } }) =>
        attributeNames === null ? null : [...new Set(attributeNames)].sort(byName.compare),
      ),
    samples,
    map: (draft, who) => pool.use(draft.directory, ({ source, view }) => mapSample(draft, { source, view }, who)),
    picture: (draft, who) =>
      pool.use(draft.directory, async ({ source, view }) => {
        const { avatar } = absolutePaths({ avatar: draft.avatar }, dataFolder)
        const pictures = await parts.openPictures({ avatar })
        try {
          const baseDns = draft.selection?.baseDns ?? selectableContexts(view.facts)
          return await tryAvatar({ source, baseDns }, pictures, who)
        } finally {
          await pictures.close()
        }
      }),
    close: () => pool.close(),
  }
}

/** A whole domain is called by its DNS name. */
function contextContainer(dn: string): Container {
  return { dn, name: domainName(dn) ?? firstNamePart(dn), kind: 'domain', hasChildren: null }
}

function domainName(dn: string): string | null {
  const parts = dn.split(',').map((part) => /^\s*dc=(.*?)\s*$/i.exec(part)?.[1])
  return parts.every((part) => part !== undefined) ? parts.join('.') : null
}
