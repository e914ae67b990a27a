import type { ReadRequest } from '../../source.ts'
import type { AskedServer } from '../askedServer.ts'

/** Entries per page of a request. */
export function pageSizeFor(request: ReadRequest, { pageSize }: AskedServer): number {
  return Math.min(request.pageSize ?? pageSize, pageSize)
}
