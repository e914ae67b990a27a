import { Button, makeStyles, Toaster, tokens } from '@fluentui/react-components'
import { Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { Palette } from '../palette/Palette.tsx'
import { texts } from '../texts/texts.ts'
import { useOverview } from '../useOverview.ts'
import { CommandsOfWindow } from './Commands.tsx'
import { goTo } from './hashAddress.ts'
import { LostBanner } from './LostBanner.tsx'
import { MenuBar } from './MenuBar.tsx'
import { Navigation } from './Navigation.tsx'
import { NotFound } from './NotFound.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'
import { routes } from './routes.tsx'
import { noticesId } from './useNotices.tsx'

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: '208px minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    height: '100%',
  },
  content: { display: 'flex', flexDirection: 'column', gridColumn: '2', gridRow: '2', minHeight: 0 },
  pages: { gridColumn: '1', gridRow: '2', minHeight: 0, display: 'grid' },
  page: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    outlineStyle: 'none',
  },
  skip: {
    position: 'absolute',
    left: tokens.spacingHorizontalS,
    top: '-48px',
    zIndex: 10,
    ':focus': { top: tokens.spacingVerticalS },
  },
})

/** Navigation at the left, the page of the present address beside it, the menus above where the window has no own. */
export function Frame() {
  const styles = useStyles()
  useFirstStart()
  return (
    <CommandsOfWindow>
      <div className={styles.frame}>
        <Button
          appearance="primary"
          className={styles.skip}
          onClick={() => document.querySelector<HTMLElement>('main h1, main')?.focus()}
        >
          {texts.frame.skip}
        </Button>
        {window.desktop === undefined && <MenuBar />}
        <div className={styles.pages}>
          <Navigation />
        </div>
        <div className={styles.content}>
          <main className={styles.page} id="page" tabIndex={-1}>
            <Suspense fallback={<PageSkeleton />}>
              <Switch>
                {routes.map(({ path, page }) => (
                  <Route key={path} path={path} component={page} />
                ))}
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </main>
          {/* Below, so that the page stays where it is. */}
          <LostBanner />
        </div>
      </div>
      <Palette />
      <Toaster toasterId={noticesId} position="bottom-end" limit={4} />
    </CommandsOfWindow>
  )
}

/** Where nothing is set up yet, every page but the help leads to the first steps. */
function useFirstStart(): void {
  const { data } = useOverview()
  const [path] = useLocation()
  const isElsewhere = !/^\/(start|help)(\/|$)/.test(path)
  useEffect(() => {
    if (data?.light.kind === 'not-set-up' && isElsewhere) goTo('/start', { replace: true })
  }, [data?.light.kind, isElsewhere])
}
