import { scimTarget } from '../../../../app/target/scim/scimTarget.ts'
import { leapingClock } from '../../../fakes/leapingClock.ts'
import { type ScriptedAnswer, type ScriptedRequest, startScriptedStore } from '../../../fakes/scriptedStore.ts'
import { connectionSettings } from '../connectionSettings.ts'

type Script = (request: ScriptedRequest, listing: number) => ScriptedAnswer | undefined

/** The ids of each page of users, the failure at the end if any, and the positions that were asked for. */
async function read(script: Script, pageSize = 3) {
  const asked: string[] = []
  const store = await startScriptedStore((request) => {
    if (request.path !== '/Users') return script(request, 0)
    asked.push(request.query.get('startIndex') ?? `cursor ${request.query.get('cursor')}`)
    return script(request, asked.length)
  })
  const target = scimTarget(connectionSettings(store.url, { pageSize }), { clock: leapingClock() })
  const pages: string[][] = []
  let failure: unknown = null
  try {
    for await (const page of target.readUsers()) pages.push(page.map((user) => user.id))
  } catch (cause) {
    failure = cause
  }
  await target.close()
  await store.close()
  return { pages, failure, asked }
}

const list = (ids: readonly string[], totalResults: number): ScriptedAnswer => ({
  status: 200,
  json: { totalResults, Resources: ids.map((id) => ({ id, userName: `${id}@example.com` })) },
})

/** Answers out of a list of ids, with at most `most` on a page. */
function slice(ids: readonly string[], { query }: ScriptedRequest, most = 1000): ScriptedAnswer {
  const start = Number(query.get('startIndex')) - 1
  return list(ids.slice(start, start + Math.min(most, Number(query.get('count')))), ids.length)
}

const letters = [...'abcdefghij']

it('begins at 1, goes on after what came, and asks for the last user of each page again', async () => {
  const { pages, asked } = await read((request) => slice(letters, request), 4)
  expect(pages.flat()).toEqual(letters)
  expect(asked).toEqual(['1', '4', '7'])
})

it('takes pages that are shorter than asked for', async () => {
  const { pages, asked } = await read((request) => slice(letters, request, 4), 100)
  expect(pages.flat()).toEqual(letters)
  expect(asked).toEqual(['1', '4', '7'])
})

it('takes pages of one', async () => {
  expect((await read((request) => slice(letters, request, 1), 100)).pages.flat()).toEqual(letters)
  expect((await read((request) => slice(letters, request), 1)).pages.flat()).toEqual(letters)
})

it('reads an empty list', async () => {
  expect(await read((request) => slice([], request))).toMatchObject({ pages: [], failure: null })
})

it('gives every user once when a page repeats some', async () => {
  const { pages } = await read((request, listing) => {
    if (listing === 2) return list(['c', 'd'], 6)
    return slice([...'abcdef'], request)
  })
  expect(pages.flat().sort()).toEqual([...'abcdef'])
})

it('walks again when a user goes meanwhile, and gives only those not seen yet', async () => {
  // The first user goes after the first page: without a second walk, d would be missed though the counts agree.
  const { pages, failure } = await read((request, listing) =>
    slice(listing === 1 ? [...'abcdef'] : [...'bcdef'], request),
  )
  expect(failure).toBeNull()
  expect(pages.flat().sort()).toEqual([...'abcdef'])
})

it('does not mind users that come at the end meanwhile', async () => {
  const { pages, asked } = await read((request, listing) => slice([...'abcdefgh'].slice(0, 4 + listing), request))
  expect(pages.flat()).toEqual([...'abcdefg'])
  expect(asked.filter((start) => start === '1')).toHaveLength(1)
})

it('fails when users go all the time', async () => {
  const { failure } = await read((request, listing) => slice(letters.slice(listing), request))
  expect(failure).toMatchObject({ code: 'unstable-list' })
})

it('walks again when the store ends early', async () => {
  const { pages, failure } = await read((request, listing) =>
    listing === 2 ? list([], 6) : slice([...'abcdef'], request),
  )
  expect(failure).toBeNull()
  expect(pages.flat()).toEqual([...'abcdef'])
})

it('fails when the list never settles', async () => {
  const { failure, asked } = await read(() => list(['a', 'b'], 5))
  expect(failure).toMatchObject({ side: 'store', code: 'unstable-list' })
  expect(asked.filter((start) => start === '1')).toHaveLength(3)
})

it('fetches the next page while one is worked on', async () => {
  let arrived: (() => void) | null = null
  const second = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const store = await startScriptedStore((request) => {
    if (request.path !== '/Users') return undefined
    if (request.query.get('startIndex') !== '1') arrived?.()
    return slice([...'abcde'], request)
  })
  const target = scimTarget(connectionSettings(store.url, { pageSize: 3 }), { clock: leapingClock() })
  let pages = 0
  for await (const page of target.readUsers()) {
    expect(page.length).toBeGreaterThan(0)
    if (pages++ === 0) await second
  }
  expect(pages).toBe(2)
  await target.close()
  await store.close()
})

it('follows cursors where the store offers them', async () => {
  const { pages, asked } = await read(({ path, query }) => {
    if (path === '/ServiceProviderConfig')
      return { status: 200, json: { pagination: { cursor: true, maxPageSize: 2 } } }
    if (path !== '/Users') return undefined
    expect(query.get('count')).toBe('2')
    const cursors: Record<string, [string[], string?]> = { '': [['a', 'b'], 'x=1'], 'x=1': [['c']] }
    const [ids = [], nextCursor] = cursors[query.get('cursor') ?? '?'] ?? []
    const page = list(ids, 3)
    return { ...page, json: { ...(page.json as object), nextCursor } }
  })
  expect(pages).toEqual([['a', 'b'], ['c']])
  expect(asked).toEqual(['cursor ', 'cursor x=1'])
})
