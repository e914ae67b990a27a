import { ConnectorError } from '../../../app/model/error.ts'

export function noBrowserAccess(): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'no-browser-access',
    message: 'The running service does not serve browsers.',
    remedy: 'Start it with `service run --http 127.0.0.1:0`, or with a port of your choice in place of 0.',
  })
}
