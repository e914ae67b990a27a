/** A message for a person, and not the stack of a program that fell over. */
export function expectNoStack(text: string): void {
  expect(text).not.toMatch(/\n\s+at |node:internal|\.ts:\d+/)
}
