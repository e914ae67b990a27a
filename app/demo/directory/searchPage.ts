import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { hiddenAttributesOf } from './beginSearch.ts'
import type { DirectoryService } from './directoryService.ts'
import { nextStep, type PageStep, type SearchRun } from './searchRun.ts'
import { type AttributeSelection, selectAttributes } from './selectAttributes.ts'
import type { StoredEntry } from './storedEntry.ts'
import { type LdapResult, writeEntry, writeReference } from './wire/writeResponse.ts'

/** How a page ended: with a result, with more to come, by a cut connection, or given up by the client. */
export type PageEnd =
  | { readonly kind: 'result'; readonly result: LdapResult }
  | { readonly kind: 'more' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'given-up' }

const entriesPerWrite = 200

/** Sends the next page of a search. `isGivenUp` is asked before each write. */
export async function sendPage(
  service: DirectoryService,
  socket: Socket,
  messageId: number,
  run: SearchRun,
  isGivenUp: () => boolean,
): Promise<PageEnd> {
  const { limits } = service
  if (limits.pageDelay !== undefined) await pause(socket, limits.pageDelay)
  const deadline = run.request.timeLimit === 0 ? Number.POSITIVE_INFINITY : Date.now() + run.request.timeLimit * 1000
  if (limits.cutAfterPages !== undefined && run.pages >= limits.cutAfterPages) return { kind: 'cut' }
  run.pages += 1
  const { paged } = run.request
  const pageSize =
    paged === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.min(paged.size, limits.maxPageSize ?? paged.size))
  const pageEnd = run.sent + pageSize
  for (;;) {
    const step = nextStep(run, limits, pageEnd)
    while (run.sent < step.until) {
      if (isGivenUp() || socket.destroyed) return { kind: 'given-up' }
      if (Date.now() > deadline) return { kind: 'result', result: { code: 'timeLimitExceeded' } }
      const chunk = run.found.slice(run.sent, Math.min(step.until, run.sent + entriesPerWrite))
      await write(socket, Buffer.concat(chunk.map((entry) => encodeEntry(service, messageId, run, entry))))
      run.sent += chunk.length
    }
    if (step.end.kind !== 'reference') return toPageEnd(step)
    run.references += 1
    await write(socket, writeReference(messageId, step.end.urls))
  }
}

function toPageEnd({ end }: PageStep): PageEnd {
  switch (end.kind) {
    case 'limit':
      return { kind: 'result', result: { code: end.code, message: end.message } }
    case 'cut':
      return { kind: 'cut' }
    case 'page-full':
      return { kind: 'more' }
    default:
      return { kind: 'result', result: { code: 'success' } }
  }
}

function encodeEntry(service: DirectoryService, messageId: number, run: SearchRun, entry: StoredEntry): Buffer {
  const { limits, tree } = service
  const { attributes: requested, typesOnly } = run.request
  const isAd = tree.kind === 'ad-ds'
  const selection: AttributeSelection = {
    requested,
    operational: isAd ? 'shown' : 'hidden',
    ...(isAd ? { ranges: { maxValRange: limits.maxValRange } } : {}),
  }
  const hidden = hiddenAttributesOf(entry, limits)
  const returned = selectAttributes(entry, selection).filter((it) => !hidden.includes(it.name.toLowerCase()))
  return writeEntry(messageId, entry.dn, typesOnly ? returned.map(({ name }) => ({ name, values: [] })) : returned)
}

/** Waits, but not for a client that has gone. */
async function pause(socket: Socket, milliseconds: number): Promise<void> {
  const abort = new AbortController()
  const wake = () => abort.abort()
  socket.once('close', wake)
  await setTimeout(milliseconds, undefined, { signal: abort.signal }).catch(() => undefined)
  socket.off('close', wake)
}

/** Writes, and lets other connections have their turn before the next write. */
async function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (!socket.write(bytes) && !socket.destroyed) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
  else await setImmediate()
}
