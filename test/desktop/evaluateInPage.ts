/** A page as Chromium's debugger lists it. */
export interface ListedPage {
  readonly type: string
  readonly url: string
  readonly title: string
  readonly webSocketDebuggerUrl: string
}

/** The pages of a Chromium that listens for a debugger on a port. */
export async function listPages(port: string): Promise<readonly ListedPage[]> {
  const pages: readonly ListedPage[] = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()
  return pages.filter(({ type }) => type === 'page')
}

/** What an expression gives in the page, waited for. Electron understands too little for Playwright's own way. */
export async function evaluateInPage(page: ListedPage, expression: string): Promise<unknown> {
  const socket = new WebSocket(page.webSocketDebuggerUrl)
  try {
    const params = { expression, awaitPromise: true, returnByValue: true }
    return await new Promise((resolve, reject) => {
      socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))
      socket.onerror = () => reject(new Error(`The page ${page.url} cannot be asked.`))
      socket.onmessage = ({ data }) => {
        const { result } = JSON.parse(String(data))
        const thrown = result?.exceptionDetails?.exception?.description
        if (thrown) reject(new Error(thrown))
        else resolve(result?.result?.value)
      }
    })
  } finally {
    socket.close()
  }
}
