import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What keeps people from using a page as it is now shown: axe's serious and critical findings, one line each. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Fluent's own focus traps: empty, focusable, hidden, and left at once by whoever gets into them.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, help, nodes }) =>
      nodes
        .filter(({ html }) => !(id === 'scrollable-region-focusable' && isWalkedFromItsField(html)))
        .map(({ target, failureSummary }) => {
          const why = failureSummary?.split('\n').slice(1).join(' ').trim() ?? ''
          return `${impact} ${id}: ${help} — ${target.join(' ')}${why === '' ? '' : ` (${why})`}`
        }),
    )
}

/** The list of completions is scrolled by the arrow keys of the field that opened it, which keeps the focus. */
function isWalkedFromItsField(html: string): boolean {
  return html.startsWith('<ul') && html.includes('role="listbox"') && html.includes('id="cm-ac-')
}
