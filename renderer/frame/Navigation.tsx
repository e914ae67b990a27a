import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useLocation } from 'wouter'
import { texts } from '../texts/texts.ts'
import { useOverview } from '../useOverview.ts'
import { StatusLine } from './StatusLine.tsx'

const useStyles = makeStyles({
  navigation: {
    display: 'flex',
    flexDirection: 'column',
    overflow: 'auto',
    padding: tokens.spacingVerticalS,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  apart: { marginTop: tokens.spacingVerticalL },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `0 ${tokens.spacingHorizontalM}`,
    height: '32px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  below: { paddingLeft: tokens.spacingHorizontalXXL },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '8px',
      bottom: '8px',
      width: '3px',
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorCompoundBrandForeground1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
  heading: {
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground3,
  },
})

const work = ['dashboard', 'plans', 'runs', 'people', 'events'] as const
const configure = ['general', 'selection', 'mapping', 'avatars', 'schedule', 'guards', 'notify'] as const

/** The pages of the window, under the status line that is seen from everywhere. */
export function Navigation() {
  const styles = useStyles()
  const { data } = useOverview()
  const isSetUp = data?.light.kind !== 'not-set-up'
  return (
    <nav aria-label={texts.frame.navigation} className={styles.navigation}>
      <StatusLine />
      {isSetUp && <Pages />}
      <ul className={mergeClasses(styles.list, styles.apart)}>
        <Item name="help" path="/help" />
      </ul>
    </nav>
  )
}

/** Everything that needs a connector that is set up. */
function Pages() {
  const styles = useStyles()
  return (
    <>
      <ul className={styles.list}>
        {work.map((name) => (
          <Item key={name} name={name} path={name === 'dashboard' ? '/' : `/${name}`} />
        ))}
      </ul>
      <div className={styles.heading} id="configure">
        {texts.frame.pages.configure}
      </div>
      <ul className={styles.list} aria-labelledby="configure">
        {configure.map((name) => (
          <Item key={name} name={name} path={`/configure/${name}`} level="below" />
        ))}
      </ul>
    </>
  )
}

interface ItemProps {
  readonly name: keyof typeof texts.frame.pages
  readonly path: string
  readonly level?: 'below'
}

function Item({ name, path, level }: ItemProps) {
  const styles = useStyles()
  const [location] = useLocation()
  const isHere = path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`)
  return (
    <li>
      <a
        href={`#${path}`}
        aria-current={isHere ? 'page' : undefined}
        className={mergeClasses(styles.link, level === 'below' && styles.below, isHere && styles.here)}
      >
        {texts.frame.pages[name]}
        {name === 'events' && <Troubles />}
      </a>
    </li>
  )
}

function Troubles() {
  const { data } = useOverview()
  const count = data?.troubles ?? 0
  if (count === 0) return null
  const words = texts.frame.troubles(count)
  return <CounterBadge count={count} overflowCount={99} color="danger" role="img" aria-label={words} title={words} />
}
