import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { RunPoint } from '../../app/api/overview/overview.ts'
import { Section } from '../components/Section.tsx'
import { texts } from '../texts/texts.ts'
import { RunChart } from './RunChart.tsx'
import { RunTable } from './RunTable.tsx'

const useStyles = makeStyles({
  // The same height for both, so that switching moves nothing.
  content: { height: '168px' },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
})

/** The last runs as a chart or as a table. */
export function RunsCard({ points }: { readonly points: readonly RunPoint[] }) {
  const styles = useStyles()
  const [form, setForm] = useState<'chart' | 'table'>('chart')
  const { title, asTable, asChart, empty } = texts.dashboard.chart
  return (
    <Section
      title={title(points.length)}
      actions={
        points.length > 0 && (
          <Button size="small" appearance="subtle" onClick={() => setForm(form === 'chart' ? 'table' : 'chart')}>
            {form === 'chart' ? asTable : asChart}
          </Button>
        )
      }
    >
      <div className={styles.content}>
        {points.length === 0 && <p className={styles.quiet}>{empty}</p>}
        {points.length > 0 && (form === 'chart' ? <RunChart points={points} /> : <RunTable points={points} />)}
      </div>
    </Section>
  )
}
