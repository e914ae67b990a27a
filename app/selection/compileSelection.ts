import { dnKey, isAtOrBelow, parseDn } from '../model/dn.ts'
import type { EntryKind } from '../model/entry.ts'
import { ConnectorError } from '../model/error.ts'
import type { Finding } from '../model/finding.ts'
import type { DirectorySettings, RoomSettings, SelectionSettings } from '../settings/schema.ts'
import { idleSettings } from './idleSettings.ts'
import { type SelectionFilter, selectionFilter } from './selectionFilter.ts'

/** A selection that was checked and can be used for many entries; made by `compileSelection`. */
export interface CompiledSelection {
  /** The base DNs to read, none of them below another. */
  readonly bases: readonly Container[]
  readonly exclusions: readonly Container[]
  readonly filters: Readonly<Record<EntryKind, SelectionFilter>>
  /** How rooms are told from other users (see `isRoom`). */
  readonly rooms: RoomSettings
  /** Warnings for the administrator: bases, exclusions and choices that change nothing. */
  readonly findings: readonly Finding[]
}

/** A place in the directory: its DN as it stands in the settings, and the key by which it is compared. */
export interface Container {
  readonly dn: string
  readonly key: string
}

/**
 * Checks base DNs, exclusions and filters (DC-10 to DC-13). A base below another is covered by it and not read twice.
 * The filters of kinds that are switched off are checked too.
 *
 * Throws ConnectorError (settings) with the place: `invalid-dn`, `invalid-filter`, `invalid-attribute` (of rooms), or
 * `excluded-base` when an exclusion would take a whole base away, even one that a further base covers.
 */
export function compileSelection(
  settings: SelectionSettings,
  directoryType: DirectorySettings['type'],
): CompiledSelection {
  const chosen = settings.baseDns.map((dn, index) => readContainer(dn, `selection.baseDns, entry ${index + 1}`))
  const exclusions = settings.excludeDns.map((dn, index) =>
    readContainer(dn, `selection.excludeDns, entry ${index + 1}`),
  )
  for (const [index, exclusion] of exclusions.entries()) refuseExcludedBase(exclusion, index, chosen)

  const findings: Finding[] = []
  const bases: Container[] = []
  for (const [index, base] of chosen.entries()) {
    const cover = chosen.find((other, place) => covers(other, base) && (other.key !== base.key || place < index))
    if (cover === undefined) bases.push(base)
    else findings.push(coveredBase(base, cover))
  }
  for (const exclusion of exclusions) {
    if (!bases.some((base) => covers(base, exclusion))) findings.push(idleExclusion(exclusion))
  }
  return {
    bases,
    exclusions,
    filters: {
      user: selectionFilter(directoryType, 'user', settings),
      group: selectionFilter(directoryType, 'group', settings),
      contact: selectionFilter(directoryType, 'contact', settings),
    },
    rooms: settings.rooms,
    findings: [...findings, ...idleSettings(settings, directoryType)],
  }
}

function covers(upper: Container, lower: Container): boolean {
  return isAtOrBelow(lower.key, upper.key)
}

function readContainer(dn: string, place: string): Container {
  try {
    if (parseDn(dn).length === 0) throw rootDn(place)
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'invalid-dn') throw error
    throw new ConnectorError({
      side: error.side,
      code: error.code,
      message: error.message,
      remedy: error.remedy,
      place,
      cause: error,
    })
  }
  return { dn, key: dnKey(dn) }
}

function rootDn(place: string): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'invalid-dn',
    message: 'An empty DN is not a container.',
    remedy: 'Write the DN of a container; it looks like OU=Sales,DC=corp,DC=example.',
    place,
  })
}

function refuseExcludedBase(exclusion: Container, index: number, bases: readonly Container[]): void {
  const base = bases.find((it) => covers(exclusion, it))
  if (base === undefined) return
  const relation = base.key === exclusion.key ? 'is a base DN itself' : `is above the base DN ${base.dn}`
  throw new ConnectorError({
    side: 'settings',
    code: 'excluded-base',
    message: `The exclusion ${exclusion.dn} ${relation}: nothing would be selected there.`,
    remedy: `Remove ${base.dn} from the base DNs, or exclude only containers below it.`,
    place: `selection.excludeDns, entry ${index + 1}`,
  })
}

function coveredBase(base: Container, cover: Container): Finding {
  return {
    level: 'warning',
    side: 'settings',
    subject: `base ${base.dn}`,
    message: base.key === cover.key ? 'This base DN stands there twice.' : `It lies below the base DN ${cover.dn}.`,
    remedy: `Remove ${base.dn} from the base DNs; its entries are read anyway, once.`,
  }
}

function idleExclusion(exclusion: Container): Finding {
  return {
    level: 'warning',
    side: 'settings',
    subject: `exclusion ${exclusion.dn}`,
    message: 'This exclusion lies below no base DN and excludes nothing.',
    remedy: 'Correct the DN, or remove the exclusion.',
  }
}
