/**
 * What a workspace plans: everything that was read, or the focus alone. It begins as one and can become the other, when a
 * focus is widened.
 */
export interface Reach {
  readonly opened: 'everything' | 'focus'
  of: 'everything' | 'focus'
}

/** The links that planning looks at, for a FROM clause; CROSS JOIN begins with the few that are in the focus. */
export const linksInReach = {
  everything: 'links',
  focus: 'work.focus AS f CROSS JOIN links ON links.anchor = f.anchor',
} as const

/** Who is not in the focus was not asked for in the store: there, a link is believed. Continues a condition. */
export function unlessFocused(reach: Reach, anchor: string): string {
  return reach.of === 'everything' ? '' : ` OR NOT EXISTS (SELECT 1 FROM work.focus WHERE focus.anchor = ${anchor})`
}
