import { Resolver } from 'node:dns/promises'
import { type LookupParts, lookUpControllers } from './lookUpControllers.ts'

/** How controllers are looked up: with the DNS servers of the machine. */
export const machineLookup: LookupParts = {
  resolver: () => new Resolver({ timeout: 2000, tries: 2 }),
  random: Math.random,
}

/** Domain controllers that DNS names for a domain, best first: `dc1.corp.example.com:389`. Throws as `lookUpControllers`. */
export async function domainControllers(domain: string): Promise<readonly string[]> {
  const { controllers } = await lookUpControllers(domain, machineLookup)
  return controllers.map(({ host, port }) => `${host}:${port}`)
}
