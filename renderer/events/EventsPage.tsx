import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import type { Event } from '../../app/model/event.ts'
import { Page } from '../components/Page.tsx'
import { goTo, useHashQuery } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { EventBrowser } from './EventBrowser.tsx'
import { EventFilters } from './EventFilters.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { type EventFilter, eventFilterOf, eventsAddress } from './eventFilter.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  filters: { flexGrow: 1 },
})

/** Everything that has happened, newest first, as it happens (DC-81). */
export default function EventsPage() {
  const styles = useStyles()
  const filter = eventFilterOf(useHashQuery())
  const [marked, setMarked] = useState<Event | null>(null)
  const onFilter = useCallback(
    (changed: Partial<EventFilter>) => goTo(eventsAddress({ ...filter, ...changed }), { replace: true }),
    [filter],
  )
  return (
    <Page title={texts.events.title} height="filled">
      <div className={styles.bar}>
        <div className={styles.filters}>
          <EventFilters filter={filter} onFilter={onFilter} />
        </div>
        <ExportMenu filter={filter} />
      </div>
      <EventBrowser filter={filter} marked={marked} onMark={setMarked} onClear={() => goTo('/events')} />
    </Page>
  )
}
