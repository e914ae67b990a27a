/** Whether a point belongs to it; every picture is 64 wide and high, and y grows downwards. */
export type Shape = (x: number, y: number) => boolean

export const extent = 64

export function disc(centerX: number, centerY: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - centerX, y - centerY) <= radius
}

export function ring(centerX: number, centerY: number, radius: number, thickness: number): Shape {
  return (x, y) => Math.abs(Math.hypot(x - centerX, y - centerY) - radius) <= thickness / 2
}

/** A line with round ends. */
export function stroke(fromX: number, fromY: number, toX: number, toY: number, thickness: number): Shape {
  const [width, height] = [toX - fromX, toY - fromY]
  const length = width * width + height * height
  return (x, y) => {
    const along = Math.min(1, Math.max(0, ((x - fromX) * width + (y - fromY) * height) / length))
    return Math.hypot(x - fromX - along * width, y - fromY - along * height) <= thickness / 2
  }
}

export function roundedSquare(inset: number, radius: number): Shape {
  const half = extent / 2 - inset - radius
  return (x, y) => {
    const beyondX = Math.max(0, Math.abs(x - extent / 2) - half)
    const beyondY = Math.max(0, Math.abs(y - extent / 2) - half)
    return Math.hypot(beyondX, beyondY) <= radius
  }
}

/** Corners at equal distances, the first one at the angle `turn` (radians, 0 points to the right). */
export function polygon(centerX: number, centerY: number, radius: number, corners: number, turn: number): Shape {
  const inner = radius * Math.cos(Math.PI / corners)
  const step = (2 * Math.PI) / corners
  return (x, y) => {
    const angle = Math.atan2(y - centerY, x - centerX) - turn
    const within = angle - step * Math.floor(angle / step) - step / 2
    return Math.hypot(x - centerX, y - centerY) * Math.cos(within) <= inner
  }
}

export function either(...shapes: readonly Shape[]): Shape {
  return (x, y) => shapes.some((shape) => shape(x, y))
}
