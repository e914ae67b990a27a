import { weekPlaces } from './weekCompany.ts'
import { managersOf, membersOf, type WeekScene, type WeekStep, weekStep } from './weekStep.ts'

/** Sales, with boss, rep and sue in it, is renamed to Vertrieb and moves about; in the end it is `field`. */
export function weekContainerSteps({ baseDn }: WeekScene): readonly WeekStep[] {
  const { staff, sales, support, service, field, former, elsewhere } = weekPlaces(baseDn)
  const people = ['boss', 'rep', 'sue']
  const leaves = [...people.map((name) => `deactivate ${name} (vanished)`), ...managersOf('eve', 'frank')]
  const returns = [...people.map((name) => `reactivate ${name} (back-in-selection)`), ...managersOf('eve', 'frank')]
  const [direct, all] = [membersOf('sales', 'team'), membersOf('everyone', 'sales', 'team')]
  const step = (name: string, dn: string, newDn: string, changes: readonly string[]) =>
    changes.length === 0
      ? weekStep(name, ({ move }) => move(dn, newDn), [])
      : weekStep(name, ({ move }) => move(dn, newDn), [...changes, ...direct], [...changes, ...all])
  return [
    step('a container with people is renamed', sales, `OU=Vertrieb,${staff}`, []),
    step('it moves out of the bases', `OU=Vertrieb,${staff}`, `OU=Vertrieb,${elsewhere}`, leaves),
    step('and in again, below another one', `OU=Vertrieb,${elsewhere}`, `OU=Vertrieb,${support}`, returns),
    step('the container above it is renamed', support, service, []),
    step('it moves into an excluded container', field, `OU=Vertrieb,${former}`, leaves),
    step('and out again', `OU=Vertrieb,${former}`, field, returns),
  ]
}
