import { attributeSource } from '../../app/avatar/attributeSource.ts'
import type { ResourceServerOptions } from '../../app/avatar/fetch/resourceServer.ts'
import { serverSource } from '../../app/avatar/serverSource.ts'
import type { Entry } from '../../app/model/entry.ts'
import type { Settings, SettingsInput } from '../../app/settings/schema.ts'
import type { SyncResult } from '../../app/sync.ts'
import { type Answer, type Asked, sendBytes } from '../avatar/pictureServer.ts'
import { connectorOn, settingsWith } from '../fakes/connectorOn.ts'
import { fakeTarget } from '../fakes/fakeTarget.ts'
import { photoDirectory } from '../fakes/photoDirectory.ts'
import type { AvatarWorld } from './avatarWorld.ts'

type ServerSettings = Extract<NonNullable<SettingsInput['avatar']>, { source: 'server' }>

export function serverSettings(pattern: string, changes: Partial<ServerSettings> = {}): Settings {
  return settingsWith({ avatar: { enabled: true, source: 'server', pattern, allowPrivateAddresses: true, ...changes } })
}

/** A connector whose pictures are on a resource server that is asked as the settings say. */
export async function serverWorld(
  entries: readonly Entry[],
  settings: Settings,
  capabilities: Parameters<typeof fakeTarget>[0] = {},
  options: Partial<ResourceServerOptions> = {},
): Promise<AvatarWorld> {
  const source = photoDirectory(entries)
  const target = fakeTarget({ pictures: 'bytes', ...capabilities })
  const connector = await connectorOn(source, target, settings, undefined, ({ avatar }) => {
    if (avatar?.source !== 'server') return attributeSource('thumbnailPhoto')
    return serverSource(avatar.pattern, {
      credential: null,
      addresses: avatar.allowPrivateAddresses ? 'any' : 'public',
      ...options,
    })
  })
  return { source, target, connector }
}

/** Answers with bytes, or, to who knows them already, that they are the same. */
export function sendUnlessKnown(bytes: Buffer, etag: string): Answer {
  return (response, asked) => {
    if (asked.headers['if-none-match'] === etag) response.writeHead(304).end()
    else sendBytes(bytes, { etag })(response, asked)
  }
}

/** `/ann.jpg "v1"`: what was asked for, with the validator that was sent along. */
export function questionsTo(asked: readonly Asked[]): readonly string[] {
  return asked.map(({ path, headers }) => `${path} ${headers['if-none-match'] ?? ''}`.trim()).sort()
}

/** Warnings of a plan that are about pictures. */
export function warningsOf({ plan }: SyncResult): readonly string[] {
  return plan.warnings.filter(({ subject }) => subject.startsWith('avatar')).map(({ message }) => message)
}
