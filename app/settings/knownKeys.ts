import { z } from 'zod'
import { settingsSchema } from './schema.ts'
import type { SettingsPath } from './settingsProblem.ts'

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly propertyNames?: { readonly enum?: readonly string[] }
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
}

/** The keys that the settings know at a path, over all variants that can stand there. */
export function knownKeys(path: SettingsPath): readonly string[] {
  let shapes: readonly Shape[] = [z.toJSONSchema(settingsSchema, { io: 'input' }) as Shape]
  for (const step of path) {
    shapes = variants(shapes).flatMap((shape) => {
      const next = typeof step === 'number' ? shape.items : shape.properties?.[step]
      return next === undefined ? [] : [next]
    })
  }
  const keys = variants(shapes).flatMap((shape) => [
    ...Object.keys(shape.properties ?? {}),
    ...(shape.propertyNames?.enum ?? []),
  ])
  return [...new Set(keys)]
}

function variants(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.flatMap((shape) => {
    const choices = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])]
    return choices.length === 0 ? [shape] : variants(choices)
  })
}
