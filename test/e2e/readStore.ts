/** A resource as the store sends it. */
export type Resource = Readonly<Record<string, unknown>> & { readonly id: string }

export interface StoreContent {
  readonly users: readonly Resource[]
  readonly groups: readonly Resource[]
}

interface ListResponse {
  readonly totalResults: number
  readonly Resources?: readonly Resource[]
}

/** Reads everything in a SCIM store with plain requests, page by page: independent of the product. */
export async function readStore(url: string, token: string): Promise<StoreContent> {
  return { users: await readAll(`${url}/Users`, token), groups: await readAll(`${url}/Groups`, token) }
}

async function readAll(url: string, token: string): Promise<readonly Resource[]> {
  const resources: Resource[] = []
  for (;;) {
    const response = await fetch(`${url}?startIndex=${resources.length + 1}&count=500`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/scim+json' },
    })
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
    const { totalResults, Resources: page = [] } = (await response.json()) as ListResponse
    resources.push(...page)
    if (resources.length >= totalResults || page.length === 0) return resources
  }
}
