import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { planHtml } from '../../app/report/planHtml.ts'
import { fabricatedChange } from './fabricatedChange.ts'
import { fabricatedCounts, fabricatedHeader, fabricatedPlan, fabricatedReport } from './fabricatedPlan.ts'

const htmlOf = (...input: Parameters<typeof planHtml>) => [...planHtml(...input)].join('')
const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
const evil = `</script><script>alert("1")</script><!-- '&`

test('the policy allows exactly the script and the style of the page', () => {
  const html = htmlOf(fabricatedPlan(40))
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  const hash = (content: string | undefined) =>
    createHash('sha256')
      .update(content ?? '')
      .digest('base64')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`script-src 'sha256-${hash(/<script>(.*?)<\/script>/s.exec(html)?.[1])}'`)
  expect(policy).toContain(`style-src 'sha256-${hash(/<style>(.*?)<\/style>/s.exec(html)?.[1])}'`)
})

test('asks for nothing outside itself', () => {
  const [before = '', after = ''] = htmlOf(fabricatedPlan(40)).split(
    /<script type="application\/json" id="data">.*?<\/script>/s,
  )
  expect(before + after).not.toMatch(/\s(src|href|action)=|url\(|https?:/)
  expect(after).toContain('textContent')
  expect(after).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/)
})

test('no value can end the data or become markup', () => {
  const reason = { kind: 'vanished' as const, lastDn: evil }
  const halted = [{ name: 'x', message: evil, count: 1 }]
  const header = fabricatedHeader({ status: 'halted', halted })
  const html = htmlOf(fabricatedReport({ header, changes: [fabricatedChange({ name: evil, dn: evil, reason })] }))
  expect(html.match(/<\/script>/g)).toHaveLength(2)
  expect(html.match(/<!--/g)).toBeNull()
  expect(html).toContain('&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;!-- &#39;&amp;')
  expect(dataOf(html).rows[0][2]).toBe(evil)
})

test('any name survives in the data', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(dataOf(htmlOf(fabricatedReport({ changes: [fabricatedChange({ name })] }))).rows[0][2]).toBe(name)
    }),
  )
})

test('the summary, the halts and the numbers stand there without a script', () => {
  const halted = [{ name: 'deletions-users', message: 'Halted: 3 of 9 users.', count: 3 }]
  const header = fabricatedPlan(40, { status: 'halted', halted }).header
  const [markup] = htmlOf(fabricatedReport({ header })).split('<script')
  expect(markup).toContain('<h1>Halted for 1 reason: nothing was written. 6 people would be added')
  expect(markup).toContain('3 of 9 users.')
  expect(markup).toContain(`<td>${header.counts.users.matched}</td>`)
})

test('a text that comes again is written once', () => {
  const html = htmlOf(fabricatedPlan(1000))
  const rows = dataOf(html).rows as unknown[][]
  const { changes, objects, notes } = fabricatedPlan(1000)
  expect(rows.filter((row) => row[5] === 'New in OU=People,DC=corp,DC=example')).toHaveLength(1)
  expect(rows).toHaveLength([...changes(), ...objects(), ...notes()].length)
})

test('every kind has its tabs, and every row is in one that fits its kind and word', () => {
  const { kinds, words, rows } = dataOf(htmlOf(fabricatedPlan(40)))
  expect(kinds.map(({ label }: { label: string }) => label)).toEqual([
    'Users',
    'Rooms',
    'Groups',
    'Contacts',
    'Pictures',
  ])
  const stay = kinds[4].tabs.filter(({ stays }: { stays: boolean }) => stays)
  expect(stay.map(({ label }: { label: string }) => label)).toEqual([
    'All changes',
    'Set',
    'Replaced',
    'Removed',
    'Failed',
    'Refused',
    'Notes',
    'Unchanged',
  ])
  for (const [kind, word] of rows) {
    const fitting = kinds[kind].tabs.filter(
      ({ shows }: { shows: unknown }) => Array.isArray(shows) && shows.includes(word),
    )
    expect({ word: words[word].word, tabs: fitting.length }).toEqual({
      word: words[word].word,
      tabs: ['=', '?', '»', '≠', 'i'].includes(words[word].sign) ? 1 : 2,
    })
  }
})

test('a kind of which nothing was seen has no row in the numbers, and no tab that stays', () => {
  const counts = fabricatedCounts({ read: 3 }, {}, { rooms: { read: 1 } })
  const html = htmlOf(fabricatedReport({ header: fabricatedHeader({ counts }) }))
  expect([...html.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, label]) => label)).toEqual(['Users', 'Rooms'])
  expect(dataOf(html).kinds.map(({ stays }: { stays: boolean }) => stays)).toEqual([true, true, false, false, false])
  expect(htmlOf(fabricatedPlan(0))).toContain('<th scope="col">Unchanged</th>')
})

test('the summary says how many are left out because the store is full', () => {
  const [markup] = htmlOf(fabricatedPlan(40)).split('<script')
  expect(markup).toContain('12 contacts are left out, because the store holds at most 30,000')
})
