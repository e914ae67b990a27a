import { useHashSegments } from '../frame/hashAddress.ts'
import { RunList } from './RunList.tsx'
import { RunPage } from './RunPage.tsx'
import { SetAsidePage } from './SetAsidePage.tsx'

/** All runs, one of them, or what was set aside, as the address says. */
export default function RunsPage() {
  const [, which] = useHashSegments()
  if (which === undefined) return <RunList />
  if (which === 'set-aside') return <SetAsidePage />
  return <RunPage key={which} id={Number(which)} />
}
