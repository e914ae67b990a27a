import { ConnectorError } from '../model/error.ts'

/** @param newest the id of the newest one; undefined when there is none */
export function noSuch(what: 'plan' | 'run', id: number, newest: number | undefined): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: `no-such-${what}`,
    message: `There is no ${what} ${id}${newest === undefined ? ': none was made yet' : `; the newest is ${newest}`}.`,
    remedy: `List them with \`${what}s list\`.`,
    place: `${what} ${id}`,
  })
}
