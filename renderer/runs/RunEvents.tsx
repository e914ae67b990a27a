import { Link } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Event } from '../../app/model/event.ts'
import { Empty } from '../components/Empty.tsx'
import { EventBrowser } from '../events/EventBrowser.tsx'
import { type EventFilter, eventsAddress, noFilter } from '../events/eventFilter.ts'
import { goTo } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'

/** What a run had to tell, newest first. */
export function RunEvents({ runId }: { readonly runId: number }) {
  const { allEvents, noEvents } = texts.runs.run
  const [marked, setMarked] = useState<Event | null>(null)
  const filter = useMemo<EventFilter>(() => ({ ...noFilter, level: 'debug', runId }), [runId])
  const address = eventsAddress(filter)
  return (
    <>
      <EventBrowser
        filter={filter}
        marked={marked}
        onMark={setMarked}
        onClear={() => goTo(address)}
        empty={<Empty {...noEvents} />}
      />
      <Link href={`#${address}`}>{allEvents}</Link>
    </>
  )
}
