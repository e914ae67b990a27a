import type { ResourceServerOptions } from '../../avatar/fetch/resourceServer.ts'
import { serverSource } from '../../avatar/serverSource.ts'
import { type AvatarTrial, avatarTrial } from './avatarTrial.ts'

/**
 * The picture that a URI pattern leads to for a sample value, which every attribute in it has (DC-71). Needs neither
 * settings nor a directory.
 *
 * @throws PatternError for the pattern, ConnectorError for every reason not to take the picture
 */
export async function tryPattern(pattern: string, value: string, options: ResourceServerOptions): Promise<AvatarTrial> {
  const source = serverSource(pattern, options)
  try {
    const attributes = Object.fromEntries(source.attributes.map((name) => [name.toLowerCase(), [value]]))
    return avatarTrial(await source.picture(attributes), null)
  } finally {
    await source.close()
  }
}
