/** Whether a version (Semantic Versioning 2.0.0) is one for everybody: not a preview like 2.0.0-beta.1. */
export function isRelease(version: unknown): version is string {
  return typeof version === 'string' && /^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/.test(version)
}
