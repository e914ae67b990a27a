import { readPicture } from './picture/readPicture.ts'
import type { PictureSource } from './pictureSource.ts'

/** Pictures that stand in the directory itself, in an attribute such as thumbnailPhoto (DC-70); of several the first. */
export function attributeSource(attribute: string): PictureSource {
  return {
    attributes: [attribute],
    async picture(attributes) {
      const [value] = attributes[attribute.toLowerCase()] ?? []
      if (value === undefined || value === '') {
        const message = `There is no picture: ${attribute} has no value.`
        const remedy = `Put a picture into ${attribute}, or name the attribute that holds them.`
        const problem = { side: 'directory', code: 'no-value', message, remedy, place: attribute } as const
        return { kind: 'refused', problem }
      }
      const read = readPicture(bytesOf(value), attribute)
      if (read.kind === 'refused') return read
      return { ...read, origin: { kind: 'attribute', attribute } }
    },
    close: async () => {},
  }
}

/** Bytes arrive as base64; text that is none is what the directory keeps as text. */
function bytesOf(value: string): Buffer {
  const bytes = Buffer.from(value, 'base64')
  // Encoding them again is many times faster than looking at each letter.
  return bytes.toString('base64') === value ? bytes : Buffer.from(value, 'utf8')
}
