import type { Entry, EntryKind } from '../../../model/entry.ts'
import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import type { AttributeNamesOptions } from '../protocol/attributeNames.ts'
import { type EntryMarks, noMarks } from './entryMarks.ts'
import { changeNumber, type WholeEntry } from './readWhole.ts'

/** Makes model entries of what the server gave, for one kind and one set of attributes. */
export interface EntryMaker {
  /** The attributes to ask the server for. */
  readonly requested: readonly string[]
  /** What the decoder must keep, and where. */
  readonly names: AttributeNamesOptions
  /** Undefined when the entry came without an anchor. */
  make(dn: string, baseDn: string, whole: WholeEntry): Entry | undefined
}

/**
 * `attributes` are the names that the caller wants, in any spelling. Anchor, members and what marks are made of are asked
 * for besides; members never become attributes.
 */
export function entryMaker(
  profile: DirectoryProfile,
  kind: EntryKind,
  attributes: readonly string[],
  marks: EntryMarks = noMarks,
): EntryMaker {
  const anchors = profile.anchorAttributes.map((name) => name.toLowerCase())
  const members = profile.memberAttributes.map((name) => name.toLowerCase())
  const marking = marks.requested.map((name) => name.toLowerCase())
  const visible = attributes.filter((name) => !members.includes(withoutOptions(name)))
  const own = [...profile.anchorAttributes, ...(kind === 'group' ? profile.memberAttributes : []), ...marks.requested]
  return {
    requested: [...new Map([...visible, ...own].map((name) => [name.toLowerCase(), name])).values()],
    names: {
      shown: new Set(visible.map(withoutOptions)),
      aside: new Set([...anchors, ...members, ...marking, changeNumber]),
      binary: profile.binaryAttributes,
    },
    make(dn, baseDn, whole) {
      const anchor = firstValue(whole.aside, anchors)?.toLowerCase()
      if (anchor === undefined) return undefined
      const common = { anchor, kind, dn, baseDn, attributes: whole.attributes }
      const entry = kind === 'group' ? { ...common, memberDns: memberDns(whole, members) } : common
      const mark = marks.of(whole.aside)
      return mark === undefined ? entry : { ...entry, mark }
    },
  }
}

function memberDns({ aside }: WholeEntry, members: readonly string[]): readonly string[] {
  return members.flatMap((name) => aside[name] ?? []).map(withoutUid)
}

function withoutOptions(attribute: string): string {
  return attribute.toLowerCase().replace(/;.*$/, '')
}

function firstValue(values: WholeEntry['aside'], names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = values[name]?.[0]
    if (value !== undefined && value !== '') return value
  }
  return undefined
}

/** The DN of a uniqueMember value, which can end in a unique identifier (`#'0101'B`, RFC 4517 3.3.21). */
function withoutUid(value: string): string {
  return value.endsWith("'B") ? value.replace(/#'[01]*'B$/, '') : value
}
