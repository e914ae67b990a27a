import { requestOrigin } from '../../../main/service/browser/requestOrigin.ts'

const own = 'http://127.0.0.1:8080'

describe('Who sent a request', () => {
  test.each([
    ['our script, by its origin', 'POST', { origin: own }],
    ['our script, that only asks', 'GET', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }],
    ['our link', 'GET', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' }],
  ])('%s', (_who, method, headers) => {
    expect(requestOrigin(method, headers, own)).toBe('page')
  })

  test.each([
    ['a person who opens an address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['a link of another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['an old browser', {}],
  ])('%s', (_who, headers) => {
    expect(requestOrigin('GET', headers, own)).toBe('navigation')
  })

  test.each([
    ['a script of another site', 'POST', { origin: 'https://example.com' }],
    ['a script of another port', 'POST', { origin: 'http://127.0.0.1:8081' }],
    ['a script of a name that points here', 'POST', { origin: 'http://localhost:8080' }],
    ['a page without an origin', 'POST', { origin: 'null' }],
    ['somebody who hides who it is', 'POST', {}],
    ['a script of another site that only asks', 'GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a script of another port that only asks', 'GET', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
    ['a form of another site', 'POST', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ])('%s', (_who, method, headers) => {
    expect(requestOrigin(method, headers, own)).toBe('foreign')
  })
})
