import type { PictureProblem } from '../pictureProblem.ts'

/** How an address was asked. */
export type SentCredential = 'none' | 'sent' | 'withheld'

/**
 * What a status that brings no picture means. `challenge` is the WWW-Authenticate header of a 401; `withheld` says that
 * there is a password, which only the server of the pattern gets.
 */
export function statusProblem(
  status: number,
  uri: string,
  credential: SentCredential,
  challenge: string,
): PictureProblem {
  const { host } = new URL(uri)
  const problem = (code: PictureProblem['code'], message: string, remedy: string): PictureProblem => ({
    side: 'directory',
    code,
    message,
    remedy,
    place: uri,
  })
  if (status === 401 || status === 407) {
    const schemes = [...challenge.matchAll(/(?:^|,\s*)(basic|digest|bearer|ntlm|negotiate)\b/gi)].map(
      ([, name]) => name,
    )
    if (schemes.length > 0 && !schemes.some((name) => name?.toLowerCase() === 'basic')) {
      const message = `The resource server ${host} wants ${schemes.join(' or ')}, not a user and password (401).`
      return problem('unauthorized', message, 'Allow basic authentication for the pictures at the server, over https.')
    }
    const said = {
      none: [
        'asks for a user and password',
        'Give them as avatar.credential (with --pattern: --user and --credential-file).',
      ],
      sent: ['refuses the user or the password', 'Correct the user and the password, or the rights of this user.'],
      withheld: [
        'asks for a user and password, which only the server of the pattern gets',
        'Name in the pattern the address to which it redirects.',
      ],
    }[credential]
    return problem('unauthorized', `The resource server ${host} ${said[0]} (${status}).`, said[1] ?? '')
  }
  if (status === 403) {
    const message = `The resource server ${host} does not give this picture to the connector (403).`
    return problem('forbidden', message, 'Give the user of avatar.credential the right to read the pictures.')
  }
  if (status === 404 || status === 410) {
    const message = `The resource server ${host} has no picture at this address (${status}).`
    return problem('not-found', message, 'Put a picture there, or correct the pattern.')
  }
  if (status === 429 || status >= 500) {
    const message = `The resource server ${host} cannot give the picture now (${status}).`
    return problem('unavailable', message, 'Look at the log and the load of the server, and try again later.')
  }
  const message = `The resource server ${host} answered with the status ${status} instead of a picture.`
  return problem('unexpected-answer', message, 'Open the address in a browser, and correct the pattern.')
}
