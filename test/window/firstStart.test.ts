import { describeWithService } from '../services/describeWithService.ts'
import { companyInChromium } from './companyInChromium.ts'
import { firstStartJourney } from './firstStartJourney.ts'
import { openPage } from './openPage.ts'

jest.setTimeout(180_000)

describeWithService('Chromium', 'Somebody who has never seen it', () => {
  const visit = companyInChromium('first')

  test('comes from the first page to an applied plan of the made-up company', async () => {
    const { page, faults, close } = await openPage(visit.browser(), visit.served())
    const { plan, light } = await firstStartJourney(page)
    expect(plan).toContain('288 people would be added.')
    expect(light).toBe('equal')
    expect(faults).toEqual([])
    await close()
  })
})
