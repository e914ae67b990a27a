import { type Service, whyNotInstalled } from './installed.ts'

/**
 * `describe` for a suite that needs a real service. Where the service is missing, one test says what was left out and
 * why: it fails when `CI` is `true`, and elsewhere passes with a warning.
 */
export function describeWithService(service: Service, name: string, suite: () => void): void {
  const reason = whyNotInstalled(service)
  if (reason === undefined) {
    describe(name, suite)
    return
  }
  const leftOut = `Left out: "${name}" needs ${service}. ${reason}`
  describe(name, () => {
    test(`is left out: needs ${service}`, () => {
      if (process.env.CI === 'true') throw new Error(leftOut)
      console.warn(leftOut)
    })
  })
}
