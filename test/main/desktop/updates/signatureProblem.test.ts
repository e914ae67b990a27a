import { signatureProblem } from '../../../../main/desktop/updates/signatureProblem.ts'

const file = 'C:\\Users\\ann\\AppData\\Local\\directory-connector-updater\\pending\\temp-Setup.exe'
const signed = {
  status: 'Valid',
  file,
  subject: 'CN=Example GmbH, O=Example GmbH, L=Köln, C=DE',
  commonName: 'Example GmbH',
}
const problem = (differences: Partial<Record<keyof typeof signed, string | null>>, publishers = ['Example GmbH']) =>
  signatureProblem(publishers, file, JSON.stringify({ ...signed, ...differences }))

describe('The signature of an update for Windows', () => {
  test('is good when Windows says so and the publisher is the one that the build names', () => {
    expect(problem({})).toBeNull()
    expect(problem({}, ['Other Ltd', 'Example GmbH'])).toBeNull()
    expect(problem({}, [signed.subject])).toBeNull()
    expect(problem({ file: file.toUpperCase() })).toBeNull()
  })

  test.each(['NotSigned', 'HashMismatch', 'NotTrusted', 'UnknownError', 'valid', ''])('is wrong as %j', (status) => {
    expect(problem({ status })).toBe(`its signature is ${status}`)
  })

  test('is wrong when somebody else has made it, also by a name that only looks alike', () => {
    expect(problem({ commonName: 'Mallory', subject: 'CN=Mallory, O=Example GmbH' })).toMatch(
      /^it is signed by CN=Mallory/,
    )
    expect(problem({ commonName: 'Example GmbH & Co', subject: 'CN=Example GmbH & Co' })).not.toBeNull()
    expect(problem({}, ['CN=Example GmbH'])).not.toBeNull()
  })

  test('is wrong when no publisher is named, or the certificate has no name', () => {
    expect(problem({}, [])).not.toBeNull()
    expect(problem({ commonName: '', subject: null }, [''])).not.toBeNull()
  })

  test('is wrong when Windows looked at another file, or said nothing that can be understood', () => {
    expect(problem({ file: 'C:\\good.exe' })).toMatch(/another file/)
    for (const said of ['', 'null', '{}', '[]', 'Get-AuthenticodeSignature : not found', '{"status":0}'])
      expect(signatureProblem(['Example GmbH'], file, said)).toBe('Windows did not say who has signed it')
  })
})
