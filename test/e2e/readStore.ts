/** A resource as the store sends it. */
export type Resource = Readonly<Record<string, unknown>> & { readonly id: string }

export interface StoreContent {
  readonly users: readonly Resource[]
  readonly groups: readonly Resource[]
}

interface ListResponse {
  readonly totalResults: number
  readonly Resources?: readonly Resource[]
  readonly members?: readonly Resource[]
}

/** Reads everything in a SCIM store with plain requests, page by page: independent of the product. */
export async function readStore(url: string, token: string): Promise<StoreContent> {
  return { users: await readResources(`${url}/Users`, token), groups: await readResources(`${url}/Groups`, token) }
}

/** Reads everything of one kind, or all `members` of a group that shows them page by page. */
export async function readResources(
  url: string,
  token: string,
  list: 'Resources' | 'members' = 'Resources',
): Promise<readonly Resource[]> {
  const resources: Resource[] = []
  for (;;) {
    const response = await fetch(`${url}?startIndex=${resources.length + 1}&count=500`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/scim+json' },
    })
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
    const { totalResults, [list]: page = [] } = (await response.json()) as ListResponse
    resources.push(...page)
    if (resources.length >= totalResults || page.length === 0) return resources
  }
}
