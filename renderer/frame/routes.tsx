import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

type Page = LazyExoticComponent<ComponentType>

/** Which page an address shows; the first that fits. Pages read what the address says by `useParams`. */
export const routes: ReadonlyArray<{ readonly path: string; readonly page: Page }> = [
  { path: '/', page: lazy(() => import('../dashboard/DashboardPage.tsx')) },
  { path: '/start/:step?', page: lazy(() => import('../firstStart/FirstStartPage.tsx')) },
  { path: '/plans/:id?', page: lazy(() => import('../plan/PlanPage.tsx')) },
  { path: '/runs/:id?', page: lazy(() => import('../runs/RunsPage.tsx')) },
  { path: '/people/:who?', page: lazy(() => import('../people/PeoplePage.tsx')) },
  { path: '/events', page: lazy(() => import('../events/EventsPage.tsx')) },
  { path: '/configure/:page', page: lazy(() => import('../configure/ConfigurePage.tsx')) },
  { path: '/help/:topic?/:code?', page: lazy(() => import('../help/HelpPage.tsx')) },
]
