import type { PlanItemDetail } from '../../app/api/plans/planBrowser.ts'
import { whoIs } from '../people/personAddress.ts'

/** By what the object of a row is looked for in directory and cloud; a picture is looked for by its user. */
export function whoOf({ kind, name, dn }: Pick<PlanItemDetail, 'kind' | 'name' | 'dn'>): string {
  if (dn === null) return name
  return whoIs({ kind: kind === 'avatar' ? 'user' : kind, name, dn })
}
