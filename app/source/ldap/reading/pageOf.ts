import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import type { SearchParameters } from '../protocol/search.ts'

/** Asks for one page, in the way in which this directory does pages; `cookie` is null for the first. */
export function pageOf(profile: DirectoryProfile, size: number, cookie: Buffer | null): Pick<SearchParameters, 'page'> {
  if (profile.paging === 'unsupported') return {}
  return { page: { size, cookie, criticality: profile.paging === 'supported' ? 'critical' : 'optional' } }
}
