import { encodePng } from '../../drawing/encodePng.ts'
import type { Person } from '../people.ts'
import { drawPortrait, type Look } from './drawPortrait.ts'
import { encodeGif } from './encodeGif.ts'
import { encodeJpeg } from './encodeJpeg.ts'

const width = 128
/** Numbers of people whose picture is not the usual one. */
const special = { png: 248, gif: 206, cutOff: 164, text: 122, newPicture: 45 } as const

const backdrops = ['#7fa8c9', '#c9a27f', '#8fb996', '#b79ac0', '#c98f8f', '#93a7a5', '#c7bb7a'] as const
const clothes = ['#2f4a63', '#6b2f3a', '#3d5a45', '#4a4458', '#8a6a3c', '#333b44'] as const
const skins = ['#f2cfb3', '#e3b590', '#c98f66', '#9c6a47', '#f7dcc6'] as const
const hairs = ['#2d221d', '#5a3a24', '#8c5a2e', '#c9a15c', '#8d8a86', '#9a3f23'] as const

/** The picture of a person for thumbnailPhoto: most have none, and a few hold what a connector must cope with. */
export function portraitOf(person: Person): Uint8Array | undefined {
  const { number } = person
  if (number !== 1 && number % 7 !== 3) return undefined
  switch (number) {
    case special.png:
      return encodePng(drawPortrait(lookOf(person), 56), { bytesPerPixel: 3, compression: 0 })
    case special.gif:
      return encodeGif(drawPortrait(lookOf(person), 64))
    case special.cutOff:
      return jpegOf(person).subarray(0, 2000)
    case special.text:
      return Buffer.from('Das Bild liegt auf dem Laufwerk der Personalabteilung.\r\n')
    default:
      return jpegOf(person)
  }
}

/** The picture that waits in jpegPhoto until the day on which it becomes the person's portrait. */
export function newPortraitOf(person: Person): Uint8Array | undefined {
  if (person.number !== special.newPicture) return undefined
  return encodeJpeg(
    drawPortrait({ ...lookOf(person), backdrop: '#d9dee2', hairStyle: 'short', glasses: 'worn' }, width),
  )
}

function jpegOf(person: Person): Uint8Array {
  return encodeJpeg(drawPortrait(lookOf(person), width))
}

function lookOf({ number, name, department }: Person): Look {
  const turn = Math.floor(number / 7)
  const styles =
    name.form === 'feminine'
      ? (['long', 'bun', 'long', 'short'] as const)
      : (['short', 'short', 'none', 'short'] as const)
  return {
    backdrop: pick(backdrops, department.length + turn),
    clothes: pick(clothes, turn),
    skin: pick(skins, turn * 3),
    hair: pick(hairs, number),
    hairStyle: pick(styles, turn >> 1),
    glasses: turn % 4 === 1 ? 'worn' : 'none',
  }
}

function pick<T>(list: readonly [T, ...T[]], index: number): T {
  return list[index % list.length] ?? list[0]
}
