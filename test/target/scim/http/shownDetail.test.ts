import { shownDetail } from '../../../../app/target/scim/http/shownDetail.ts'

describe('what a store says of a failure', () => {
  it('is shown as it is', () => {
    expect(shownDetail('title is too long')).toBe('title is too long')
  })

  it('never holds a picture', () => {
    const picture = Buffer.alloc(30_000, 7).toString('base64')
    const shown = shownDetail(`The value "data:image/jpeg;base64,${picture}" is too large; and data:;base64,${picture}`)
    expect(shown).toBe('The value "data:image/jpeg;base64,…" is too large; and data:;base64,…')
  })

  it('is cut off when it is long', () => {
    expect(shownDetail('x'.repeat(5000))).toHaveLength(1000)
  })
})
