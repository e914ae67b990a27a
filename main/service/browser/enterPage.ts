/**
 * Goes on to the first page as this page's own step. A redirect would still belong to the page whose link was followed,
 * and a browser sends no strict cookie then.
 */
export const enterPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="refresh" content="0;url=/" />
    <title>Directory Connector</title>
  </head>
  <body><a href="/">Open Directory Connector</a></body>
</html>
`
