const opening = new EventTarget()

/** Opens the palette from anywhere in the window. */
export function openPalette(): void {
  opening.dispatchEvent(new Event('open'))
}

/** @returns stops listening */
export function onPaletteOpening(open: () => void): () => void {
  opening.addEventListener('open', open)
  return () => opening.removeEventListener('open', open)
}
