import type { DirectoryKind } from './directoryTree.ts'

/** `20260301120000.0Z` as AD DS writes it, `20260301120000Z` as others do. */
export function formatGeneralizedTime(kind: DirectoryKind, time: Date): string {
  const digits = time.toISOString().slice(0, 19).replace(/\D/g, '')
  return kind === 'ad-ds' ? `${digits}.0Z` : `${digits}Z`
}
