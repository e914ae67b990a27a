const mark = ',"photos":['

/**
 * Cuts a stored body into the text without its photos and final brace, and the text of the photos. Inside of JSON
 * texts quotes are escaped, so the mark can only be the key, which stands last in every body that has it.
 */
export function splitPhotos(body: string): { readonly start: string; readonly photos?: string } {
  const at = body.lastIndexOf(mark)
  if (at < 0) return { start: body.slice(0, -1) }
  return { start: body.slice(0, at), photos: body.slice(at + mark.length - 1, -1) }
}
