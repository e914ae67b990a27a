import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepWindowPlace, placeOnScreens, readWindowPlace } from '../../../main/desktop/windowPlace.ts'

const main = { x: 0, y: 30, width: 1920, height: 1050 }
const left = { x: -1600, y: 0, width: 1600, height: 900 }
const place = { x: -1500, y: 40, width: 1000, height: 700, maximized: false }

describe('The place of the window', () => {
  test('is where it was left, on any screen', () => {
    expect(placeOnScreens(place, [main, left])).toEqual({ x: -1500, y: 40, width: 1000, height: 700 })
  })

  test('is in the middle when it was never left, or its screen is gone', () => {
    expect(placeOnScreens(null, [main])).toEqual({ width: 1280, height: 800 })
    expect(placeOnScreens(place, [main])).toEqual({ width: 1000, height: 700 })
  })

  test.each([
    ['its title bar is above the screen', { ...place, x: 100, y: -50 }],
    ['its title bar is below the screen', { ...place, x: 100, y: 1075 }],
    ['hardly anything of it is on the screen', { ...place, x: 1900, y: 100 }],
  ])('is in the middle when %s', (_name, lost) => {
    expect(placeOnScreens(lost, [main])).toEqual({ width: 1000, height: 700 })
  })

  test('is never larger than the screen, nor too small to work in', () => {
    const huge = { ...place, x: 0, y: 30, width: 4000, height: 3000 }
    expect(placeOnScreens(huge, [main])).toMatchObject({ width: 1920, height: 1050 })
    expect(placeOnScreens({ ...place, x: 0, y: 30, width: 10, height: 10 }, [main])).toMatchObject({
      width: 800,
      height: 600,
    })
  })

  test('is kept in a file; one that cannot be read counts as none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'connector-place-'))
    try {
      const file = join(folder, 'window.json')
      expect(readWindowPlace(file)).toBeNull()
      keepWindowPlace(file, place)
      expect(readWindowPlace(file)).toEqual(place)
      writeFileSync(file, '{"x":"left"}')
      expect(readWindowPlace(file)).toBeNull()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
