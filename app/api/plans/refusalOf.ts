import { ConnectorError } from '../../model/error.ts'

/** Asks a check that throws ConnectorError for what stands against something; null when nothing does. */
export async function refusalOf(check: () => void | Promise<void>): Promise<ConnectorError | null> {
  try {
    await check()
    return null
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    return error
  }
}
