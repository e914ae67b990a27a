import { accountState } from '../../app/mapping/accountState.ts'

test.each([
  ['512', 'active'],
  ['514', 'disabled'],
  ['66050', 'disabled'],
  ['66048', 'active'],
  ['-2147483646', 'disabled'],
  ['TRUE', 'disabled'],
  ['true', 'disabled'],
  ['FALSE', 'active'],
  ['', 'active'],
  ['000001010000Z', 'disabled'],
  ['00000101000000Z', 'disabled'],
  ['20261121083000Z', 'active'],
  ['20261121083000.5Z', 'active'],
])('%j means %s', (text, expected) => {
  expect(accountState(text)).toEqual({ kind: 'valid', value: expected })
})

test.each(['disabled', '512 and more', '1.5', '0x2', '999999999999'])('%j is not guessed at', (text) => {
  expect(accountState(text)).toMatchObject({ kind: 'invalid' })
})
