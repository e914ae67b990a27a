import { weekContainerSteps } from './weekContainerSteps.ts'
import { weekGroupSteps } from './weekGroupSteps.ts'
import { weekPeopleSteps } from './weekPeopleSteps.ts'
import { weekQuietSteps } from './weekQuietSteps.ts'
import { weekReturnSteps } from './weekReturnSteps.ts'
import type { WeekScene, WeekStep } from './weekStep.ts'

/** What happens from Monday to Friday in the company of `weekCompany`; each step begins where the one before ended. */
export function weekSteps(scene: WeekScene): readonly WeekStep[] {
  return [weekPeopleSteps, weekContainerSteps, weekGroupSteps, weekReturnSteps, weekQuietSteps].flatMap((day) =>
    day(scene),
  )
}
