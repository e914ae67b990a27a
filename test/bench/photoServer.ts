import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PhotoAlbum } from './photoAlbum.ts'

/** What was answered. */
export interface PhotoAnswers {
  readonly pictures: number
  readonly unchanged: number
  readonly refused: number
}

/** A resource server that gives the pictures of an album with entity tags. */
export interface PhotoServer {
  /** For `avatar.pattern`. */
  readonly pattern: string
  /** What was answered since the last call. */
  take(): PhotoAnswers
  stop(): Promise<void>
}

/** Employee numbers begin here (`peopleLdif`). */
const firstNumber = 10_000

export async function startPhotoServer(album: PhotoAlbum): Promise<PhotoServer> {
  const nothing = { pictures: 0, unchanged: 0, refused: 0 }
  let answers = { ...nothing }
  const server = createServer((request, response) => {
    const [, number] = /^\/(\d+)\.jpg$/.exec(request.url ?? '') ?? []
    if (number === undefined) {
      answers.refused += 1
      response.writeHead(404).end()
      return
    }
    const n = Number(number) - firstNumber
    const etag = `"${album.name(n)}"`
    if (request.headers['if-none-match'] === etag) {
      answers.unchanged += 1
      response.writeHead(304, { etag }).end()
      return
    }
    answers.pictures += 1
    response.writeHead(200, { etag, 'content-type': 'image/jpeg' }).end(album.picture(n))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    pattern: `http://127.0.0.1:${(server.address() as AddressInfo).port}/{employeeNumber}.jpg`,
    take() {
      const taken = answers
      answers = { ...nothing }
      return taken
    },
    async stop() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
