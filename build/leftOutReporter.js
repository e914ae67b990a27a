/** Lists at the end of a run every suite that was left out because its service is missing, and every skipped test. */
export default class LeftOutReporter {
  /** @param {unknown} _contexts @param {import('@jest/test-result').AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const tests = results.testResults.flatMap((suite) => suite.testResults)
    const leftOut = tests.filter(({ title, status }) => status === 'pending' || title.startsWith('is left out: '))
    if (leftOut.length === 0) {
      console.log('Left out: nothing.')
      return
    }
    console.log(`Left out: ${leftOut.length} suites or tests.`)
    for (const { fullName } of leftOut) console.log(`  ${fullName}`)
  }
}
