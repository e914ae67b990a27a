import { type Document, isMap, isScalar, isSeq, type LineCounter } from 'yaml'
import type { SettingsPath } from './settingsProblem.ts'

export interface DuplicateKey {
  readonly path: SettingsPath
  /** 1-based lines of the first and of the second one. */
  readonly firstLine: number
  readonly line: number
}

/** Keys that stand twice in one section. YAML itself would keep one of them without a word. */
export function duplicateKeys(document: Document, lines: LineCounter): readonly DuplicateKey[] {
  const found: DuplicateKey[] = []
  const walk = (node: unknown, path: SettingsPath): void => {
    if (isSeq(node)) for (const [at, item] of node.items.entries()) walk(item, [...path, at])
    if (!isMap(node)) return
    const seen = new Map<string, number>()
    for (const { key, value } of node.items) {
      const name = String(isScalar(key) ? key.value : key)
      const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0
      const line = lines.linePos(offset).line
      const firstLine = seen.get(name)
      if (firstLine === undefined) seen.set(name, line)
      else found.push({ path: [...path, name], firstLine, line })
      walk(value, [...path, name])
    }
  }
  walk(document.contents, [])
  return found
}
