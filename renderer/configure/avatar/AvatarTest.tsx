import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { AvatarTrial } from '../../../app/api/avatar/avatarTrial.ts'
import type { AvatarSettings } from '../../../app/settings/schema.ts'
import { api } from '../../client.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Facts } from '../../components/Facts.tsx'
import { texts } from '../../texts/texts.ts'
import { useDeed } from '../../useDeed.ts'
import { canAsk, directoryDraft } from '../draft/directoryDraft.ts'
import type { EditorProps } from '../draft/draft.ts'
import { isSame } from '../draft/isSame.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { PictureCanvas } from './PictureCanvas.tsx'

interface AvatarTestProps extends Omit<EditorProps, 'change'> {
  readonly avatar: AvatarSettings
}

const useStyles = makeStyles({
  test: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  form: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  field: { flexGrow: 1, maxWidth: '400px' },
  found: { display: 'flex', gap: tokens.spacingHorizontalL, alignItems: 'start', flexWrap: 'wrap' },
})

/** The picture of one person as the draft finds it. */
export function AvatarTest({ draft, problems, avatar }: AvatarTestProps) {
  const styles = useStyles()
  const { avatar: words } = texts.configure
  const [who, setWho] = useState('')
  const parts = directoryDraft(draft, ['selection', 'mapping', 'organization'])
  const find = useDeed(({ name, settings }: { readonly name: string; readonly settings: AvatarSettings }) =>
    api.directory.picture.query({ draft: { ...parts, avatar: settings }, who: name }),
  )
  // What other settings gave is not shown beside these.
  const isOfNow = isSame(find.variables?.settings, avatar)
  const isPossible = canAsk(problems, ['directory', 'selection', 'mapping', 'organization', 'avatar'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPossible && who.trim() !== '') find.mutate({ name: who.trim(), settings: avatar })
  }
  return (
    <div className={styles.test}>
      <form className={styles.form} onSubmit={submit}>
        <Field label={words.who} className={styles.field}>
          <Input value={who} placeholder="anna.smith@example.com" onChange={(_, data) => setWho(data.value)} />
        </Field>
        <Button type="submit" disabledFocusable={!isPossible || who.trim() === '' || find.isPending}>
          {find.isPending ? words.looking : words.show}
        </Button>
      </form>
      {!isPossible && <FieldNote>{words.notPossible}</FieldNote>}
      {isOfNow && find.error && <ErrorNotice error={find.error} />}
      {isOfNow && find.data && <Found trial={find.data} />}
    </div>
  )
}

function Found({ trial: { picture, origin, content, dn } }: { readonly trial: AvatarTrial }) {
  const styles = useStyles()
  const { avatar: words } = texts.configure
  const place =
    origin.kind === 'attribute'
      ? [{ label: words.facts.attribute, value: origin.attribute }]
      : [
          { label: words.facts.address, value: origin.uri },
          ...(origin.finalUri === origin.uri ? [] : [{ label: words.facts.finalAddress, value: origin.finalUri }]),
        ]
  return (
    <div className={styles.found}>
      <PictureCanvas content={content} mediaType={picture.mediaType} label={words.picture} />
      <Facts
        facts={[
          ...(dn === null ? [] : [{ label: words.facts.entry, value: dn }]),
          { label: words.facts.kind, value: words.kind(picture.type, picture.width, picture.height) },
          { label: words.facts.size, value: words.size(picture.size) },
          ...place,
        ]}
      />
    </div>
  )
}
