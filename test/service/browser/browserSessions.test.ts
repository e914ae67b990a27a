import { browserSessions, linkMilliseconds } from '../../../main/service/browser/browserSessions.ts'

describe('Sessions of browsers', () => {
  let time: number
  const sessions = () => browserSessions(() => time)
  beforeEach(() => {
    time = 5
  })

  test('begin with a token that works once', () => {
    const some = sessions()
    const token = some.makeToken()
    const secret = some.open(token) ?? ''
    expect(some.knows(secret)).toBe(true)
    expect(some.open(token)).toBeUndefined()
    expect(some.knows(secret)).toBe(true)
  })

  test('are many, each with a secret of its own', () => {
    const some = sessions()
    const secrets = [some.makeToken(), some.makeToken()].map((token) => some.open(token) ?? '')
    expect(new Set(secrets).size).toBe(2)
    for (const secret of secrets) expect(some.knows(secret)).toBe(true)
  })

  test('do not begin with a token that has waited too long', () => {
    const some = sessions()
    const token = some.makeToken()
    const other = some.makeToken()
    time += linkMilliseconds - 1
    expect(some.open(token)).toBeDefined()
    time += 1
    expect(some.open(other)).toBeUndefined()
  })

  test.each(['', 'x', 'undefined'])('do not begin with "%s"', (text) => {
    const some = sessions()
    some.makeToken()
    expect(some.open(text)).toBeUndefined()
    expect(some.knows(text)).toBe(false)
  })

  test('are of one service only', () => {
    const token = sessions().makeToken()
    expect(sessions().open(token)).toBeUndefined()
  })
})
