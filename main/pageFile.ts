import { resolve, sep } from 'node:path'

/**
 * The file of the built page that an address like `app://window/assets/index.js` asks for; `/` is index.html. Nothing
 * outside `pageFolder` is ever named: such an address, and one that cannot be read, gives undefined.
 */
export function pageFile(pageFolder: string, address: string): string | undefined {
  const folder = resolve(pageFolder)
  let path: string
  try {
    path = decodeURIComponent(new URL(address).pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0')) return undefined
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`)
  return file.startsWith(folder + sep) ? file : undefined
}
