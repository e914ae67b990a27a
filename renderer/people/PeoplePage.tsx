import { makeStyles, SearchBox } from '@fluentui/react-components'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Page } from '../components/Page.tsx'
import { goTo, useHashSegments } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { ExplainedPage } from './ExplainedPage.tsx'
import { FoundList } from './FoundList.tsx'
import { personAddress } from './personAddress.ts'
import { Start } from './Start.tsx'

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: '640px' },
})

/** Finds anybody, and explains one person, room, group or contact through every decision (DC-43). */
export default function PeoplePage() {
  const styles = useStyles()
  const { title, search } = texts.people
  const [, who = ''] = useHashSegments()
  const [text, setText] = useState(who)
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => setText(who), [who])
  useEffect(() => {
    if (who === '') box.current?.querySelector('input')?.focus()
  }, [who])

  const sought = text.trim()
  const isSearching = sought !== who
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'Enter' && sought !== '') goTo(personAddress(sought))
    else if (key === 'Escape') setText(who)
    else if (key === 'ArrowDown' && isSearching) {
      event.preventDefault()
      list.current?.querySelector('a')?.focus()
    }
  }
  return (
    <Page title={title}>
      <div ref={box}>
        <SearchBox
          className={styles.search}
          aria-label={search.label}
          placeholder={search.placeholder}
          value={text}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {isSearching && sought !== '' && <FoundList ref={list} text={sought} />}
      {!isSearching && who !== '' && <ExplainedPage key={who} who={who} />}
      {sought === '' && <Start />}
    </Page>
  )
}
