import { Button, Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Sample } from '../../../app/api/directory/directoryBrowser.ts'
import { api } from '../../client.ts'
import { problemOf } from '../../problem.ts'
import { texts } from '../../texts/texts.ts'
import { useAnswer } from '../../useAnswer.ts'
import { directoryDraft } from '../draft/directoryDraft.ts'
import type { Draft } from '../draft/draft.ts'
import { useAskable } from '../draft/useAskable.ts'
import { usePaced } from '../usePaced.ts'

interface PersonChoiceProps {
  readonly draft: Draft
  readonly chosen: Sample | undefined
  /** Takes an e-mail or a DN. */
  readonly onChoose: (who: string) => void
}

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  field: { width: '360px', maxWidth: '100%' },
})

/** Chooses the person whose values are shown: by name, or by an e-mail that is typed whole. */
export function PersonChoice({ draft, chosen, onChoose }: PersonChoiceProps) {
  const styles = useStyles()
  const { person: words } = texts.configure
  const [typed, setTyped] = useState<string | null>(null)
  const text = usePaced(typed ?? '')
  const isPossible = useAskable(draft, ['directory', 'selection'])
  const asked = directoryDraft(draft, ['selection'])
  const { data, error } = useAnswer(
    ['directory', 'samples', asked, text],
    (signal) => api.directory.samples.query({ draft: asked, text }, { signal }),
    { while: 'kept', enabled: isPossible },
  )
  const shown = typed ?? (chosen === undefined ? '' : (chosen.mail ?? chosen.name))
  const verify = () => {
    if (typed === null || typed.trim() === '') return
    onChoose(typed.trim())
    setTyped(null)
  }
  return (
    <div className={styles.line}>
      <Field
        label={words.label}
        className={styles.field}
        {...(error !== null && { validationMessage: problemOf(error).message })}
      >
        <Combobox
          freeform
          value={shown}
          placeholder={words.placeholder}
          selectedOptions={chosen === undefined ? [] : [chosen.dn]}
          onChange={({ target }) => setTyped(target.value)}
          onOptionSelect={(_, { optionValue }) => {
            if (optionValue === undefined) return
            onChoose(optionValue)
            setTyped(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (data ?? []).length === 0) verify()
          }}
        >
          {(data ?? []).map(({ dn, name, mail }) => (
            <Option key={dn} value={dn} text={mail ?? name}>
              {mail === null ? name : `${name} · ${mail}`}
            </Option>
          ))}
        </Combobox>
      </Field>
      <Button disabledFocusable={typed === null || typed.trim() === ''} onClick={verify}>
        {words.verify}
      </Button>
    </div>
  )
}
