import { Document, isMap, isScalar, type Pair, visit, type YAMLMap } from 'yaml'
import { canonicalOrder } from './canonicalOrder.ts'
import { type Settings, settingsSchema } from './schema.ts'

const heading = [
  ' Settings of Directory Connector. Secrets never stand here, only where each of them is found:',
  ' { env: NAME } for an environment variable, { file: PATH } for a file.',
].join('\n')

/**
 * Settings as YAML text: every setting written out, in the order of the schema, a comment above each section. Equal
 * settings give equal text, and `parseSettings` gives back what went in.
 */
export function formatSettings(settings: Settings): string {
  const document = new Document(canonicalOrder(settings))
  document.commentBefore = heading
  if (isMap(document.contents)) document.contents.items.forEach(explainSection)
  visit(document, {
    Map: (_key, map, ancestors) => {
      if (!isSection(ancestors) && isShort(map)) map.flow = true
    },
    Seq: (_key, list) => {
      if (list.items.length === 0) list.flow = true
    },
  })
  return document.toString({ lineWidth: 0 })
}

function explainSection({ key }: Pair, place: number): void {
  if (!isScalar(key)) return
  const name = String(key.value)
  if (!(name in settingsSchema.shape)) return
  const section = settingsSchema.shape[name as keyof typeof settingsSchema.shape]
  key.spaceBefore = place > 0
  if (section.description !== undefined) key.commentBefore = ` ${section.description}`
}

/** The whole file (no map above it) or one of its sections (one map above it). */
function isSection(ancestors: readonly unknown[]): boolean {
  return ancestors.filter(isMap).length < 2
}

/** A few single values read best on one line: a limit, the place of a secret. */
function isShort(map: YAMLMap): boolean {
  return map.items.length <= 3 && map.items.every(({ value }) => isScalar(value))
}
