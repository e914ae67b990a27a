import fc from 'fast-check'
import { readEventStream } from '../../../app/api/remote/readEventStream.ts'

const read = async (pieces: readonly string[]) => {
  const events: object[] = []
  for await (const event of readEventStream(
    (async function* () {
      yield* pieces
    })(),
  ))
    events.push(event)
  return events
}

describe('A stream of server-sent events', () => {
  test('gives names, data and ids', async () => {
    const text = 'event: connected\ndata: {}\n\n: a comment\n\ndata: 1\nid: 5\n\ndata:a: b\ndata: c\n\ndata: cut o'
    expect(await read([text])).toEqual([
      { event: 'connected', data: '{}', id: '' },
      { event: 'message', data: '1', id: '5' },
      { event: 'message', data: 'a: b\nc', id: '5' },
    ])
  })

  test('keeps the line separators of Unicode, which end no line of a stream', async () => {
    expect(await read(['data: a\u2028b\u2029c\n\n'])).toEqual([{ event: 'message', data: 'a\u2028b\u2029c', id: '' }])
  })

  test('is the same however it is cut into pieces', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, ' '))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 5 }), fc.array(fc.nat(200)), async (texts, cuts) => {
        const whole = texts.map((text) => `data: ${text}\n\n`).join('')
        const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length]
        const pieces = places.slice(1).map((place, index) => whole.slice(places[index], place))
        expect(await read(pieces)).toEqual(texts.map((data) => ({ event: 'message', data, id: '' })))
      }),
    )
  })
})
