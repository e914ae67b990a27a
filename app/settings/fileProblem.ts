const problems: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EBUSY: 'another program holds it',
  EMFILE: 'too many files are open',
}

/** What the operating system has against a file, in words that fit after a colon; its own code when there are none. */
export function fileProblem(error: unknown): string {
  const code = fileErrorCode(error)
  return problems[code] ?? code
}

/** The operating system's code of a failure (`ENOENT`), or `unknown`. */
export function fileErrorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'
}
