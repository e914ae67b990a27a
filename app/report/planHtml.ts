import { createHash } from 'node:crypto'
import { confirmedCounts } from './confirmedCounts.ts'
import { embedJson } from './html/embedJson.ts'
import { knownTextLimit } from './html/knownTexts.ts'
import { pageBody } from './html/pageBody.ts'
import { pageKinds } from './html/pageKinds.ts'
import { pageRows } from './html/pageRows.ts'
import { pageScript } from './html/pageScript.ts'
import { pageStyle } from './html/pageStyle.ts'
import { pageSummary } from './html/pageSummary.ts'
import { rowWords } from './html/pageTabs.ts'
import { overCaps } from './overCaps.ts'
import type { PlanReport } from './planReport.ts'

/**
 * A plan as one self-contained page, in pieces. It asks for nothing outside itself, and its content policy lets only
 * its own script and style run; without a script the summary and the numbers can be read. Rows come last, so that a
 * browser shows the summary while it still reads them.
 */
export function* planHtml(report: PlanReport): Generator<string> {
  const counts = confirmedCounts(report)
  const policy = [
    "default-src 'none'",
    `script-src '${digest(pageScript)}'`,
    `style-src '${digest(pageStyle)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Plan ${report.header.id} – Directory Connector</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${pageSummary(report.header, counts, overCaps(report))}${pageBody}</main>
<script type="application/json" id="data">`
  yield `{"kinds":${embedJson(pageKinds(counts))},"words":${embedJson(rowWords)},"knownTextLimit":${knownTextLimit},"rows":[`
  let separator = '\n'
  for (const row of pageRows(report)) {
    yield separator + embedJson(row)
    separator = ',\n'
  }
  yield `]}</script>
<script>${pageScript}</script>
</body>
</html>
`
}

function digest(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}
