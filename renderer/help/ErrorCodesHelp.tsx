import { Link, makeStyles, SearchBox, Subtitle2, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { errorCodes, errorGroups } from '../texts/errorCodes/errorCodes.ts'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  intro: { margin: `0 0 ${tokens.spacingVerticalM}` },
  search: { width: '320px' },
  heading: { margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`, display: 'block' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: { display: 'contents' },
})

/** All codes, each with its meaning, by side. */
export function ErrorCodesHelp() {
  const styles = useStyles()
  const [text, setText] = useState('')
  const { intro, search, none, groups } = texts.help.errors
  const wanted = text.trim().toLowerCase()
  const shown = errorGroups
    .map((group) => ({
      group,
      lines: Object.entries(errorCodes[group])
        .filter(([code, { meaning }]) => `${code} ${meaning}`.toLowerCase().includes(wanted))
        .sort(([one], [other]) => one.localeCompare(other)),
    }))
    .filter(({ lines }) => lines.length > 0)
  return (
    <>
      <p className={styles.intro}>{intro}</p>
      <SearchBox
        className={styles.search}
        aria-label={search}
        placeholder={search}
        value={text}
        onChange={(_event, { value }) => setText(value)}
      />
      {shown.length === 0 && <p role="status">{none}</p>}
      {shown.map(({ group, lines }) => (
        <section key={group}>
          <Subtitle2 as="h2" className={styles.heading}>
            {groups[group]}
          </Subtitle2>
          <ul className={styles.list}>
            {lines.map(([code, { meaning }]) => (
              <li key={code} className={styles.line}>
                <Link href={`#/help/errors/${code}`}>{code}</Link>
                <span>{meaning}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
