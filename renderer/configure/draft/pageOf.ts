import type { ConfigurationPage } from '../../../app/api/overview/overview.ts'

const pages: Readonly<Record<string, ConfigurationPage>> = {
  selection: 'selection',
  mapping: 'mapping',
  avatar: 'avatars',
  schedule: 'schedule',
  guards: 'guards',
  mismatched: 'guards',
  softDeleteDays: 'guards',
}

/** The page on which the setting at a place is changed. */
export function pageOf(place: string): ConfigurationPage {
  return pages[/^[A-Za-z]*/.exec(place)?.[0] ?? ''] ?? 'general'
}
