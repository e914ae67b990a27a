import { type ResourceServerOptions, resourceServer } from './fetch/resourceServer.ts'
import { untilSilent } from './fetch/untilSilent.ts'
import { fillPattern } from './pattern/fillPattern.ts'
import { parseUriPattern } from './pattern/parseUriPattern.ts'
import { readPicture } from './picture/readPicture.ts'
import type { PictureSource } from './pictureSource.ts'

/**
 * Pictures on a resource server, whose addresses are made of people's attributes (DC-70 to DC-72).
 *
 * Throws PatternError for a pattern that cannot be used.
 */
export function serverSource(patternText: string, options: ResourceServerOptions): PictureSource {
  const pattern = parseUriPattern(patternText)
  const server = untilSilent(resourceServer(options))
  return {
    attributes: pattern.attributes,
    async picture(attributes, known) {
      const filled = fillPattern(pattern, attributes)
      if (filled.kind === 'refused') return filled
      const { uri } = filled
      const fetched = await server.fetch(uri, known?.uri === uri ? known : undefined)
      if (fetched.kind === 'refused') return fetched
      if (fetched.kind === 'not-modified') return { kind: 'not-modified', uri }
      const { bytes, finalUri, validators } = fetched
      const read = readPicture(bytes, finalUri)
      if (read.kind === 'refused') return read
      return { ...read, origin: { kind: 'server', uri, finalUri, validators } }
    },
    close: () => server.close(),
  }
}
