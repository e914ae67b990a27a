/**
 * The code of an error of SQLite (`SQLITE_FULL`) or of the file system (`ENOSPC`); empty when it has none. By its code
 * and not by its class, because the class is made once for a process, however often the library is loaded.
 */
export function sqliteCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
