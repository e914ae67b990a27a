import { makeStyles, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { api } from '../client.ts'
import { useCommands } from '../frame/Commands.tsx'
import { goTo } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { type Choice, choicesFor } from './choices.ts'
import { PaletteLine } from './PaletteLine.tsx'

const knownAtMost = 8

const useStyles = makeStyles({
  search: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  input: {
    flexGrow: 1,
    height: '48px',
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase400,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
  list: { height: 'min(416px, calc(100vh - 240px))', overflowY: 'auto', padding: tokens.spacingVerticalXS },
  group: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  foot: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

/** The field of the palette and what it finds; arrows choose, Enter opens. */
export function PaletteSearch({ onDone }: { readonly onDone: () => void }) {
  const styles = useStyles()
  const { possibility, act } = useCommands()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const wanted = text.trim()
  const { data: known } = useAnswer(
    ['known', wanted, knownAtMost],
    (signal) => api.known.query({ text: wanted, limit: knownAtMost }, { signal }),
    { while: 'kept', enabled: wanted !== '' },
  )
  const choices = useMemo(() => choicesFor(text, known ?? [], possibility), [text, known, possibility])
  const present = Math.min(chosen, choices.length - 1)

  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${listId}-${present}`)}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, present])

  const take = (choice: Choice | undefined) => {
    if (choice === undefined || (choice.kind === 'command' && !choice.can.possible)) return
    onDone()
    if (choice.kind === 'command') act(choice.command)
    else goTo(choice.address)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (event.key === 'Enter') take(choices[present])
    else if (step === undefined) return
    else setChosen((present + step + choices.length) % choices.length)
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.search}>
        <SearchRegular fontSize={20} />
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-label={texts.palette.title}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={`${listId}-${present}`}
          placeholder={texts.palette.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={texts.palette.results} className={styles.list}>
        {choices.map((choice, index) => {
          const group = groupOf(choice)
          const isFirst = group !== null && group !== groupOf(choices[index - 1])
          return (
            <div key={choice.id} role="presentation">
              {isFirst && (
                <div role="presentation" className={styles.group}>
                  {group}
                </div>
              )}
              <PaletteLine
                id={`${listId}-${index}`}
                choice={choice}
                isChosen={index === present}
                onPoint={() => setChosen(index)}
                onTake={() => take(choice)}
              />
            </div>
          )
        })}
      </div>
      <div className={styles.foot}>
        <span role="status">{texts.palette.count(choices.length)}</span>
        <span>{texts.palette.hint}</span>
      </div>
    </>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

function groupOf(choice: Choice | undefined): string | null {
  const { groups } = texts.palette
  switch (choice?.kind) {
    case 'page':
      return groups.pages
    case 'command':
      return groups.commands
    case 'known':
      return groups.people
    case 'explain':
      return groups.explain
    default:
      return null
  }
}
