import { describePhoto, describePhotos } from '../../app/report/describePhoto.ts'
import { fabricatedPhoto } from './fabricatedKinds.ts'

const address = 'https://pictures.corp.example/anna.jpg'

test.each([
  [fabricatedPhoto('ab'), 'image/jpeg, 3,412 bytes'],
  [fabricatedPhoto('ab', 1), 'image/jpeg, 1 byte'],
  [{ value: address, mediaType: null, size: null }, address],
  [{ value: address, mediaType: 'image/png', size: 20 }, `${address}, image/png, 20 bytes`],
  [{ ...fabricatedPhoto('0123456789abcdef'), mediaType: null, size: null }, 'sha256 0123456789ab…'],
])('%j', (photo, text) => {
  expect(describePhoto(photo)).toBe(text)
})

test('two pictures of the same type and size are told apart', () => {
  expect(describePhotos(fabricatedPhoto('a1'), fabricatedPhoto('b1'))).toEqual([
    'image/jpeg, 3,412 bytes (sha256 a10000000000…)',
    'image/jpeg, 3,412 bytes (sha256 b10000000000…)',
  ])
  expect(describePhotos(fabricatedPhoto('a1'), fabricatedPhoto('b1', 7))).toEqual([
    'image/jpeg, 3,412 bytes',
    'image/jpeg, 7 bytes',
  ])
})

test('no picture on one side stays none', () => {
  expect(describePhotos(null, fabricatedPhoto('a1'))).toEqual([null, 'image/jpeg, 3,412 bytes'])
})
