const servicePaths = ['/api', '/api-report'] as const

/** Which part of the service an address of the page asks for; undefined for the page's own files. */
export function servicePath(address: string): (typeof servicePaths)[number] | undefined {
  const { pathname } = new URL(address)
  return servicePaths.find((path) => pathname === path || pathname.startsWith(`${path}/`))
}
