/** Whether an address has a segment `.` or `..` in its path, in any spelling: such a segment leads to another folder. */
export function hasDotSegment(uri: string): boolean {
  const [path = ''] = uri.split('?', 1)
  return path.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))
}
