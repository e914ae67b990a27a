import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { commands } from '../../renderer/start/commands.ts'
import { StartPage } from '../../renderer/start/StartPage.tsx'

describe('the start page', () => {
  test.each([
    ['desktop', 'This window shows no data yet.'],
    ['browser', 'This page shows no data yet.'],
  ] as const)('says truthfully in the %s that it shows no data yet', (shell, sentence) => {
    const markup = renderToStaticMarkup(createElement(StartPage, { version: '1.2.3', shell }))
    expect(markup).toContain(sentence)
    expect(markup).toContain('Version 1.2.3')
  })

  test('lists every command with what it does', () => {
    const markup = renderToStaticMarkup(createElement(StartPage, { version: '1.2.3', shell: 'browser' }))
    for (const { usage, does } of commands) {
      expect(markup).toContain(`<code>${usage}</code>`)
      expect(markup).toContain(does)
    }
  })

  test('lists no command that the command line does not have', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['main/cli.ts', '--help'])
    for (const { usage } of commands) expect(stdout).toMatch(new RegExp(`^  ${usage.split(' ')[0]} `, 'm'))
  })
})
