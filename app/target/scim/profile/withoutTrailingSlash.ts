/** The same address without a slash at the end of its path, without query and fragment. */
export function withoutTrailingSlash(url: URL): URL {
  const result = new URL(url.origin)
  result.pathname = url.pathname.replace(/\/+$/, '')
  return result
}
