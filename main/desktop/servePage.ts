import { pathToFileURL } from 'node:url'
import { net } from 'electron'
import { contentPolicy } from '../contentPolicy.ts'
import { pageFile } from '../pageFile.ts'

/** A file of the built page. */
export async function servePage(pageFolder: string, address: string): Promise<Response> {
  const file = pageFile(pageFolder, address)
  if (file === undefined) return notFound()
  try {
    const found = await net.fetch(pathToFileURL(file).toString())
    const headers = new Headers(found.headers)
    headers.set('Content-Security-Policy', contentPolicy)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(found.body, { status: found.status, headers })
  } catch {
    return notFound()
  }
}

function notFound(): Response {
  return new Response('Not found', { status: 404 })
}
