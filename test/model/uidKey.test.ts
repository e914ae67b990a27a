import { uidKey } from '../../app/model/uidKey.ts'

test.each([
  ['Ann@Example.com', 'ann@example.COM'],
  ['J\u00f6rg@example.com', 'JO\u0308RG@example.com'],
  ['ann@M\u00dcLLER.example', 'ann@mu\u0308ller.example'],
])('%s and %s are the same uid', (a, b) => {
  expect(uidKey(a)).toBe(uidKey(b))
})
