import { createHash } from 'node:crypto'
import { attributeSource } from '../../app/avatar/attributeSource.ts'
import type { Entry } from '../../app/model/entry.ts'
import type { SettingsInput } from '../../app/settings/schema.ts'
import type { SyncResult } from '../../app/sync.ts'
import { type ConnectorUnderTest, changesOf, connectorOn, objectsOf, said, settingsWith } from '../fakes/connectorOn.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { type PhotoDirectory, photoDirectory } from '../fakes/photoDirectory.ts'

/** A connector whose pictures stand in the directory, and a store that keeps them. */
export interface AvatarWorld {
  readonly source: PhotoDirectory
  readonly target: FakeTarget
  readonly connector: ConnectorUnderTest
}

/** Pictures in an attribute of the directory, sent to the store. */
export function photoSettings(attribute = 'thumbnailPhoto', changes: Partial<SettingsInput> = {}) {
  return settingsWith({ avatar: { enabled: true, source: 'attribute', attribute }, ...changes })
}

export async function avatarWorld(
  entries: readonly Entry[],
  capabilities: Parameters<typeof fakeTarget>[0] = {},
): Promise<AvatarWorld> {
  const source = photoDirectory(entries)
  const target = fakeTarget({ pictures: 'bytes', ...capabilities })
  const connector = await connectorOn(source, target, photoSettings(), undefined, ({ avatar }) =>
    attributeSource(avatar?.source === 'attribute' ? avatar.attribute : 'thumbnailPhoto'),
  )
  return { source, target, connector }
}

/** The pictures of the store, by the uid of their user: the beginning of a hash of the bytes, or the link. */
export function shownIn({ users }: FakeTarget): Readonly<Record<string, string>> {
  const shown = [...users.values()].flatMap(({ values, photo }) => {
    if (!photo) return []
    return [[values.uid ?? '', photo.kind === 'link' ? photo.href : hashOf(photo.bytes)] as const]
  })
  return Object.fromEntries(shown.sort(([one], [other]) => one.localeCompare(other)))
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12)
}

/** Changes of a plan in one line each. */
export function planned({ connector }: Pick<AvatarWorld, 'connector'>, result: SyncResult): readonly string[] {
  return changesOf(connector, result).map((change) => `${change.objectKind} ${said(change)}`)
}

/** What is said of pictures that stay as they are for another reason than being equal. */
export function refusals(
  { connector }: Pick<AvatarWorld, 'connector'>,
  result: SyncResult,
): Readonly<Record<string, string>> {
  const objects = objectsOf(connector, result).filter(({ objectKind }) => objectKind === 'avatar')
  return Object.fromEntries(
    objects.flatMap(({ name, reason }) => {
      if (reason.kind === 'picture-refused') return [[name, `${reason.code}: ${reason.problem}`]]
      return reason.kind === 'set-aside' ? [[name, `set aside: ${reason.problem}`]] : []
    }),
  )
}

/** What a run asked of the directory and the store, and sent. */
export async function counted<Result>({ source, target }: AvatarWorld, run: () => Promise<Result>) {
  const before = { writes: target.writes.length, reads: target.reads.length, answers: source.photoAnswers.length }
  const questions = source.photoQuestions()
  const result = await run()
  return {
    result,
    sent: target.writes.slice(before.writes).map(({ kind }) => kind),
    reads: target.reads.slice(before.reads),
    looked: source.photoAnswers.slice(before.answers).sort(),
    photoQuestions: source.photoQuestions() - questions,
  }
}
