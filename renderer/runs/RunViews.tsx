import { CounterBadge, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { api } from '../client.ts'
import { goTo } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'

const useStyles = makeStyles({
  views: { marginLeft: `-${tokens.spacingHorizontalM}` },
  label: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

/** All runs, or what was set aside. */
export function RunViews({ shown }: { readonly shown: 'all' | 'set-aside' }) {
  const styles = useStyles()
  const { label, all, setAside } = texts.runs.views
  const { data } = useAnswer(['setAside'], (signal) => api.setAside.query(undefined, { signal }))
  const count = data?.length ?? 0
  return (
    <TabList
      className={styles.views}
      aria-label={label}
      size="small"
      selectedValue={shown}
      onTabSelect={(_, { value }) => goTo(value === 'all' ? '/runs' : '/runs/set-aside')}
    >
      <Tab value="all">{all}</Tab>
      <Tab value="set-aside">
        <span className={styles.label}>
          {setAside}
          {count > 0 && <CounterBadge count={count} overflowCount={999} size="small" color="important" />}
        </span>
      </Tab>
    </TabList>
  )
}
