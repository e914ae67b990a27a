/** First bytes, as Latin-1. */
const magics: ReadonlyArray<readonly [magic: string, what: string]> = [
  ['II*\0', 'a TIFF picture'],
  ['MM\0*', 'a TIFF picture'],
  ['\0\0\x01\0', 'an icon'],
  ['\0\0\0\x0cjP  ', 'a JPEG 2000 picture'],
  ['\0\0\0\x0cJXL ', 'a JPEG XL picture'],
  ['\xff\x0a', 'a JPEG XL picture'],
  ['8BPS', 'a Photoshop file'],
  ['%PDF-', 'a PDF file'],
  ['PK\x03\x04', 'a ZIP archive or an Office document'],
  ['\x1f\x8b', 'a compressed file (gzip)'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['MZ', 'a program'],
]

/** What the fifth byte and on say after `ftyp`; the ninth and on after `RIFF`. */
const containers: ReadonlyArray<readonly [brand: RegExp, what: string]> = [
  [/^RIFF.{4}WEBP/s, 'a WebP picture'],
  [/^.{4}ftypavi[fs]/s, 'an AVIF picture'],
  [/^.{4}ftyp(?:hei[cx]|hevc|mif1|msf1)/s, 'a HEIC picture'],
  [/^.{4}ftyp/s, 'a film'],
]

const texts: ReadonlyArray<readonly [beginning: RegExp, what: string]> = [
  [/<svg[\s>]/i, 'an SVG picture'],
  [/^<(?:!doctype html|html|head|body)[\s>]/i, 'a web page (perhaps one to sign in)'],
  [/^<\?xml/i, 'an XML file'],
  [/^(?:\{\s*["}]|\[\s*["{[\]\d])/, 'JSON'],
  [/^data:image\//i, 'a data URI'],
  [/^[^\p{Cc}\ufffd]+\ufffd?$/u, 'text'],
]

/** What bytes that are no picture seem to be, for a message. Looks at their beginning only. */
export function seemsToBe(bytes: Buffer): string {
  const beginning = bytes.toString('latin1', 0, 400)
  const magic = magics.find(([first]) => beginning.startsWith(first))
  if (magic) return magic[1]
  const text = bytes
    .toString('utf8', 0, 400)
    .replace('\ufeff', '')
    .replace(/[\t\r\n]+/g, ' ')
    .trim()
  const known = containers.find(([brand]) => brand.test(beginning)) ?? texts.find(([first]) => first.test(text))
  return known?.[1] ?? `unknown data that begins with ${bytes.toString('hex', 0, 4)}`
}
