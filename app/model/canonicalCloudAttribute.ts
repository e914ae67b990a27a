import { type CloudAttribute, cloudAttributes } from './cloudAttribute.ts'

const canonicalNames: ReadonlyMap<string, CloudAttribute> = new Map(cloudAttributes.map((it) => [key(it), it]))

/**
 * The canonical name of a cloud attribute, null when there is none of that name: `;type=` and `;type-` are the same thing
 * (DC-20), and letter case does not count.
 */
export function canonicalCloudAttribute(name: string): CloudAttribute | null {
  return canonicalNames.get(key(name)) ?? null
}

function key(name: string): string {
  return name.toLowerCase().replace(';type=', ';type-')
}
