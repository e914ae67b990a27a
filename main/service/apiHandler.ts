import type { IncomingMessage, ServerResponse } from 'node:http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { apiPath } from '../../app/api/remote/apiClient.ts'
import { apiRouter } from '../../app/api/routes/router.ts'
import type { Service } from '../../app/api/service.ts'
import { ConnectorError } from '../../app/model/error.ts'
import { type OpenRecorded, serveReport } from './serveReport.ts'

/** Settings that are tried out are the largest thing that is ever sent. */
const largestBody = 8 * 1024 * 1024

/** Questions are asked by their address, and some of them are about a whole draft of settings. */
export const largestHeader = 1024 * 1024

/** Reports that are saved as files: `/api-report/plans/12.csv`. */
const reportPath = '/api-report'

/** Answers a request that was found to be allowed, on whichever server it came. */
export type ApiHandler = (request: IncomingMessage, response: ServerResponse) => void

export interface ApiHandlerOptions {
  readonly service: Service
  readonly openRecorded: OpenRecorded
  /** Hears of failures that are no ConnectorError: defects. */
  defect(error: Error): void
}

/** Whether a path is the API's, and no page's. */
export function isApiPath(path: string): boolean {
  return path.startsWith(`${apiPath}/`) || path.startsWith(`${reportPath}/`)
}

/** The API and the reports of a service. */
export function apiHandler({ service, openRecorded, defect }: ApiHandlerOptions): ApiHandler {
  const answer = createHTTPHandler({
    router: apiRouter,
    basePath: `${apiPath}/`,
    maxBodySize: largestBody,
    createContext: () => ({ service }),
    onError({ error }) {
      if (error.code === 'INTERNAL_SERVER_ERROR' && !(error.cause instanceof ConnectorError))
        defect(error.cause ?? error)
    },
  })
  return (request, response) => {
    const path = request.url ?? ''
    if (path.startsWith(`${apiPath}/`)) return answer(request, response)
    if (path.startsWith(`${reportPath}/`) && request.method === 'GET')
      return void serveReport(path.slice(reportPath.length), response, { openRecorded, defect })
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found.')
  }
}
