import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { encodePng } from '../drawing/encodePng.ts'
import { encodeIcns } from './drawing/encodeIcns.ts'
import { encodeIco } from './drawing/encodeIco.ts'
import { type Layer, paint } from './drawing/paint.ts'
import { program, trayLights } from './drawing/pictures.ts'

/** `npm run icons`: draws every icon again. What it writes is committed. */
const root = resolve(import.meta.dirname, '../..')
const png = (layers: readonly Layer[], size: number) =>
  encodePng({ width: size, height: size, pixels: paint(layers, size) }, { bytesPerPixel: 4, compression: 9 })
const save = (file: string, content: Buffer) => writeFileSync(resolve(root, file), content)

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const pictures = new Map(sizes.map((size) => [size, png(program, size)]))
const upTo = (largest: number) => new Map([...pictures].filter(([size]) => size <= largest))

for (const folder of ['build/icons/linux', 'resources/icons']) mkdirSync(resolve(root, folder), { recursive: true })
for (const [size, picture] of upTo(512)) save(`build/icons/linux/${size}x${size}.png`, picture)
save('build/icons/icon.ico', encodeIco(upTo(256)))
save('build/icons/icon.icns', encodeIcns(pictures))
save('resources/icons/window.png', png(program, 256))
for (const [name, layers] of Object.entries(trayLights)) {
  save(`resources/icons/tray-${name}.png`, png(layers, 16))
  save(`resources/icons/tray-${name}@2x.png`, png(layers, 32))
}
