import { Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { Empty } from '../components/Empty.tsx'
import { Section } from '../components/Section.tsx'
import { textsOfCode } from '../texts/errorCodes/errorCodes.ts'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalL },
  part: { margin: `${tokens.spacingVerticalM} 0 0`, fontSize: tokens.fontSizeBase300, display: 'block' },
  text: { margin: 0 },
  links: { display: 'flex', gap: tokens.spacingHorizontalL },
})

/** Meaning, likely cause and what to do, on each side that has this code (DC-83). */
export function ErrorCodeHelp({ code }: { readonly code: string }) {
  const styles = useStyles()
  const { groups, meaning, cause, remedy, unknownTitle, unknown, all, events } = texts.help.errors
  const found = textsOfCode(code)
  if (found.length === 0)
    return <Empty title={unknownTitle} message={unknown} action={<Link href="#/help/errors">{all}</Link>} />
  return (
    <div className={styles.all}>
      {found.map(({ group, text }) => (
        <Section key={group} title={groups[group]}>
          {(
            [
              [meaning, text.meaning],
              [cause, text.cause],
              [remedy, text.remedy],
            ] as const
          ).map(([title, words]) => (
            <div key={title}>
              <Subtitle2 as="h3" className={styles.part}>
                {title}
              </Subtitle2>
              <p className={styles.text}>{words}</p>
            </div>
          ))}
        </Section>
      ))}
      <div className={styles.links}>
        <Link href={`#/events?search=${encodeURIComponent(code)}`}>{events}</Link>
        <Link href="#/help/errors">{all}</Link>
      </div>
    </div>
  )
}
