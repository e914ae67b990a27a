import { changedValues } from '../../../app/demo/directory/changedValues.ts'

// In base64 the two differ by letter case alone: /9gA and /9ga.
const one = Uint8Array.of(0xff, 0xd8, 0x00)
const other = Uint8Array.of(0xff, 0xd8, 0x1a)

test('bytes are the same value only when every bit is', () => {
  const add = (value: Uint8Array) => ({ operation: 'add', name: 'jpegPhoto', values: [value] }) as const
  expect(changedValues('ad-ds', add(other), [one])).toEqual([one, other])
  expect(() => changedValues('ad-ds', add(Uint8Array.from(one)), [one])).toThrow('holds the value already')
})

test('text is the same value whatever its letter case', () => {
  const change = { operation: 'delete', name: 'mail', values: ['ANN@corp.example'] } as const
  expect(changedValues('ad-ds', change, ['ann@corp.example', 'reed@corp.example'])).toEqual(['reed@corp.example'])
})
