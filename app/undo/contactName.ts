import type { UserValues } from '../model/resource.ts'

/** How the administrator knows a contact: by its e-mail address, else by its display name. */
export function contactName({ uid, displayName }: UserValues): string | null {
  return uid ?? displayName ?? null
}
