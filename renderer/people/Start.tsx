import { Body1, makeStyles, tokens } from '@fluentui/react-components'
import { Empty } from '../components/Empty.tsx'
import { counted, listed } from '../texts/counting.ts'
import { texts } from '../texts/texts.ts'
import { useOverview } from '../useOverview.ts'

const useStyles = makeStyles({
  start: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const kinds = ['users', 'rooms', 'groups', 'contacts'] as const

/** What can be looked for, before anything is typed. */
export function Start() {
  const styles = useStyles()
  const { start, present, nobodyYet } = texts.people.search
  const { data } = useOverview()
  const nouns = texts.runs.did.kinds
  const there = kinds.filter((kind) => (data?.linked[kind] ?? 0) > 0)
  if (data && there.length === 0) return <Empty {...nobodyYet} />
  return (
    <div className={styles.start}>
      <Body1>{start}</Body1>
      {data && (
        <Body1 className={styles.quiet}>
          {present(listed(there.map((kind) => counted(data.linked[kind], nouns[kind][0], nouns[kind][1]))))}
        </Body1>
      )}
    </div>
  )
}
