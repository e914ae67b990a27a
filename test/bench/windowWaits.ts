import type { Page } from 'playwright-core'
import { configureTexts } from '../../renderer/texts/configure.ts'
import { frameTexts } from '../../renderer/texts/frame.ts'
import { paletteTexts } from '../../renderer/texts/palette.ts'
import { peopleTexts } from '../../renderer/texts/people.ts'
import { planTexts } from '../../renderer/texts/plan.ts'
import { type Shown, untilAnswered } from './pageClock.ts'

/** Notes how long something took. */
export type Note = (name: string, milliseconds: number) => void

/** The names of what is measured, as the table shows them. */
export const waits = {
  loading: 'opening the address in a new browser to the numbers of the dashboard',
  desktop: 'starting the desktop app to the numbers of the dashboard',
  plan: 'a click on Dry run to rows of the plan',
  planFirst: 'the first letter of a search in the plan to its rows',
  planFurther: 'a further letter to its rows',
  planNone: 'a first letter that nothing holds to that answer',
  peopleBegin: 'the first letter of a name under People to the list',
  peopleFurther: 'a further letter of a name',
  peopleMiddle: 'letters in the middle of display names',
  peopleNone: 'a letter that nobody has to that answer',
  paletteBegin: 'the first letter of a name in the palette to the list',
  paletteMiddle: 'letters in the middle of display names, in the palette',
  filter: 'the last character of a selection filter to its count',
} as const

/** The numbers of the dashboard, where so many people are linked. */
export function dashboardNumbers(people: number): Shown {
  return { selector: 'main', text: `${people.toLocaleString('en-US')}\\s+people` }
}

const firstRow = 'main [role=grid] tr[data-index="0"]'

/** Begins at the dashboard. */
export async function openPlan(page: Page, note: Note): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name: frameTexts.pages.plans })
  note(waits.plan, await untilAnswered(page, () => link.click(), { selector: firstRow, text: 'person-000001' }))
}

/** Begins at the rows of a plan of which no names have been searched yet. */
export async function searchPlan(page: Page, note: Note): Promise<void> {
  const box = page.getByRole('searchbox', { name: planTexts.search })
  await box.click()
  for (const [index, text] of ['7', '77', '777', '7777'].entries()) {
    const shown = { selector: firstRow, text: `person-\\d*${text}@` }
    note(
      index === 0 ? waits.planFirst : waits.planFurther,
      await untilAnswered(page, () => page.keyboard.press('7'), shown),
    )
  }
}

/** Begins as `searchPlan` does. */
export async function searchPlanInVain(page: Page, note: Note): Promise<void> {
  await page.getByRole('searchbox', { name: planTexts.search }).click()
  const shown = { selector: 'main', text: planTexts.empty.search('q').title }
  note(waits.planNone, await untilAnswered(page, () => page.keyboard.press('q'), shown))
}

export async function searchPeople(page: Page, note: Note): Promise<void> {
  const box = page.getByRole('searchbox', { name: peopleTexts.search.label })
  const press = async (name: string, key: string, text: string, selector = 'main ul li:nth-child(2)') =>
    note(name, await untilAnswered(page, () => page.keyboard.press(key), { selector, text }))
  await box.click()
  await press(waits.peopleBegin, 'p', 'person-000001')
  await box.fill('person-0')
  await page.locator('main ul li').nth(1).getByText('person-000001').waitFor()
  for (const each of ['person-09', 'person-099', 'person-0999']) {
    await press(waits.peopleFurther, '9', `${each.padEnd(13, '0')}@`)
  }
  await box.fill('')
  for (const text of ['7', '77', '777']) await press(waits.peopleMiddle, '7', ` \\d*${text}\\d*\\s`)
  await box.fill('')
  await press(waits.peopleNone, 'q', peopleTexts.search.none.title, 'main')
}

export async function searchPalette(page: Page, note: Note): Promise<void> {
  const press = async (name: string, key: string, selector: string, text: string) =>
    note(name, await untilAnswered(page, () => page.keyboard.press(key), { selector, text }))
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: paletteTexts.title })
  await field.waitFor()
  await press(waits.paletteBegin, 'p', 'dialog [role=listbox]', 'person-000001')
  await field.fill('')
  for (const text of ['7', '77', '777'])
    await press(waits.paletteMiddle, '7', 'dialog [role=option]', ` \\d*${text}\\d*\\s`)
  await page.keyboard.press('Escape')
}

/** Begins at the page Selection. */
export async function typeFilter(page: Page, note: Note): Promise<void> {
  const field = page.getByLabel(configureTexts.selection.filter).first()
  for (const given of ['Anna', 'Ben', 'Eva']) {
    await field.fill(`(givenName=${given}*`)
    await page.locator('main textarea[aria-invalid=true]').first().waitFor()
    await field.press('End')
    note(
      waits.filter,
      await untilAnswered(page, () => page.keyboard.press(')'), {
        selector: 'main',
        text: '\\d+ users? (is|are) selected',
      }),
    )
  }
}
