import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircle16Filled } from '@fluentui/react-icons'
import { Fragment } from 'react'
import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import type { ConfigurationPage } from '../../../app/api/overview/overview.ts'
import { texts } from '../../texts/texts.ts'
import { pageOf } from '../draft/pageOf.ts'

interface ProblemLinksProps {
  readonly page: ConfigurationPage
  readonly problems: readonly FieldProblem[]
}

const useStyles = makeStyles({
  problems: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  sign: { color: tokens.colorPaletteRedForeground1, flexShrink: 0 },
})

/** How much is wrong, and on which pages. */
export function ProblemLinks({ page, problems }: ProblemLinksProps) {
  const styles = useStyles()
  const { bar: words, pages } = texts.configure
  const wrongPages = [...new Set(problems.map(({ place }) => pageOf(place)))]
  return (
    <div className={styles.problems} role="status">
      <ErrorCircle16Filled className={styles.sign} aria-hidden />
      <span>
        {words.problems(problems.length)}{' '}
        {wrongPages.map((wrong, index) => (
          <Fragment key={wrong}>
            {index > 0 && ', '}
            {wrong === page ? words.here : <Link href={`#/configure/${wrong}`}>{pages[wrong]}</Link>}
          </Fragment>
        ))}
        .
      </span>
    </div>
  )
}
