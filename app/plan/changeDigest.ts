import { hash } from 'node:crypto'
import type { UnplacedChange } from './planItem.ts'

/** SHA-1 (40 hexadecimal digits) over what a change wants, whatever the resource was before. */
export function changeDigest({ kind, after, members }: UnplacedChange): string {
  return hash('sha1', JSON.stringify([kind, after, members ?? null]))
}
