import { remainingSpan, roughSpan } from '../../../renderer/texts/roughSpan.ts'

test.each([
  [12, 'less than a minute'],
  [61, '1 minute'],
  [750, '12 minutes'],
  [3600, '1 h'],
  [13_680, '3 h 48 min'],
  [90_000, '1 day'],
  [190_000, '2 days'],
])('%d seconds are %s', (seconds, said) => {
  expect(roughSpan(seconds)).toBe(said)
})

test.each([
  [0, '5 s'],
  [31, '35 s'],
  [61, '2 min'],
  [4800, '1 h 20 min'],
])('%d seconds are still %s', (seconds, said) => {
  expect(remainingSpan(seconds)).toBe(said)
})
