import type { Counts, PlanHeader, PlanStatus } from '../../model/plan.ts'
import { type Concern, concerns } from '../concerns.ts'
import { counted, number } from '../counted.ts'
import { type CountTable, countTables } from '../countTable.ts'
import type { OverCap } from '../overCaps.ts'
import { minute } from '../shownTime.ts'
import { summarySentence } from '../summarySentence.ts'
import { escapeHtml } from './escapeHtml.ts'

const statusWords: Readonly<Record<PlanStatus, string>> = {
  pending: 'not applied yet',
  halted: 'halted',
  applied: 'applied',
  'partly-applied': 'partly applied',
}

/** The part of a page that needs no script: the sentence, what stands against the plan, and the numbers. */
export function pageSummary(header: PlanHeader, counts: Counts, overCap: readonly OverCap[]): string {
  const made = `Plan ${header.id} · made ${minute(header.createdAt)} · ${statusWords[header.status]}`
  const outside =
    header.membersOutside > 0
      ? `<p class="quiet">${counted(header.membersOutside, 'group member lies', 'group members lie')} outside the selection and ${header.membersOutside === 1 ? 'is' : 'are'} left out.</p>`
      : ''
  return `<header>
<p class="quiet">${escapeHtml(made)}</p>
<h1>${escapeHtml(summarySentence(header, counts, overCap))}</h1>
${concernList(concerns(header))}
${outside}
</header>
${countTables(counts).map(numberTable).join('\n')}
`
}

function concernList(all: readonly Concern[]): string {
  if (all.length === 0) return ''
  const items = all.map(
    ({ label, tone, message, remedy }) =>
      `<li class="${tone}"><strong>${label}</strong><div><p>${escapeHtml(message)}</p>${remedy === '' ? '' : `<p class="quiet">${escapeHtml(remedy)}</p>`}</div></li>`,
  )
  return `<ul class="concerns" tabindex="0" aria-label="What stands against this plan">${items.join('\n')}</ul>`
}

function numberTable({ columns, rows }: CountTable): string {
  const headings = columns.map(({ heading }) => `<th scope="col">${heading}</th>`)
  const lines = rows.map((row) => {
    const cells = columns.map(({ of }) => `<td>${number(of(row.counts))}</td>`)
    return `<tr><th scope="row">${row.label}</th>${cells.join('')}</tr>`
  })
  return `<table class="numbers"><thead><tr><th></th>${headings.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`
}
