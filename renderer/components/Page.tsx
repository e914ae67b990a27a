import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import { takePageFocus } from '../frame/pageFocus.ts'
import { SearchField } from '../palette/SearchField.tsx'
import { texts } from '../texts/texts.ts'

interface PageProps {
  readonly title: string
  /** At the right end of the title: the one primary action, and what stands beside it. */
  readonly actions?: ReactNode
  /** `filled`: the page is as high as the window and scrolls within; otherwise it scrolls as a whole. */
  readonly height?: 'filled'
  readonly children: ReactNode
}

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    minHeight: '100%',
    maxWidth: '1680px',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
  },
  filled: { height: '100%', minHeight: 0, paddingBottom: tokens.spacingVerticalL },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  title: {
    ...typographyStyles.subtitle1,
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    outlineStyle: 'none',
  },
  search: { flexShrink: 0, marginLeft: tokens.spacingHorizontalS },
})

/** One page of the window under its title, which is the title of the window too. */
export function Page({ title, actions, height, children }: PageProps) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – ${texts.product}`
    if (takePageFocus()) heading.current?.focus()
  }, [title])
  return (
    <div className={mergeClasses(styles.page, height === 'filled' && styles.filled)}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {actions}
        <div className={styles.search}>
          <SearchField />
        </div>
      </div>
      {children}
    </div>
  )
}
