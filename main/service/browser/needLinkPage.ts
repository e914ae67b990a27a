/** What somebody without a session sees. */
export function needLinkPage(problem: 'no session' | 'link not valid'): string {
  const what =
    problem === 'no session'
      ? 'This browser has not been let in yet.'
      : 'This link was used before, or is too old. Each link works once, within ten minutes.'
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Directory Connector: a link is needed</title>
    <style>
      body { font: 16px/1.5 'Segoe UI', system-ui, sans-serif; max-width: 38em; margin: 15vh auto 0; padding: 0 24px }
      h1 { font-size: 20px; font-weight: 600 }
      code { font-family: Consolas, monospace; font-weight: 600 }
    </style>
  </head>
  <body>
    <main>
      <h1>A link is needed to open Directory Connector</h1>
      <p>${what}</p>
      <p>To get a link, give this command on this computer, as the account that runs the service or as an administrator:</p>
      <p><code>directory-connector service link</code></p>
      <p>Then open the link that it prints. After a restart of the service a new one is needed.</p>
    </main>
  </body>
</html>
`
}
