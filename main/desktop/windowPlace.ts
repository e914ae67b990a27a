import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was left. */
export interface WindowPlace extends Rectangle {
  readonly maximized: boolean
}

export const smallestWindow = { width: 800, height: 600 } as const
const firstSize = { width: 1280, height: 800 } as const

/** So much of the title bar must be on a screen that a window can be dragged. */
const visibleWidth = 120
const titleBar = 32

const schema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
})

/** Null when none was kept, or it cannot be read. */
export function readWindowPlace(file: string): WindowPlace | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** A place that cannot be kept is no reason to keep a window from closing. */
export function keepWindowPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place))
  } catch (error) {
    console.error(`The place of the window is not kept: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * Where to open the window: where it was left, or, without that or where its screen is gone, in the middle (no x and y),
 * never larger than the screen. `screens` are the areas without task bars; the first is the main one.
 */
export function placeOnScreens(
  left: WindowPlace | null,
  screens: readonly Rectangle[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  const wanted = left ?? firstSize
  const screen = left === null ? undefined : screens.find((each) => canBeDragged(left, each))
  const room = screen ?? screens[0] ?? firstSize
  const width = Math.min(Math.max(wanted.width, smallestWindow.width), room.width)
  const height = Math.min(Math.max(wanted.height, smallestWindow.height), room.height)
  return left !== null && screen !== undefined ? { width, height, x: left.x, y: left.y } : { width, height }
}

function canBeDragged(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return across >= visibleWidth && window.y >= screen.y && window.y + titleBar <= screen.y + screen.height
}
