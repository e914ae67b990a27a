import { Button, Dropdown, Field, Input, makeStyles, Option, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { SecretReference } from '../../../app/settings/schema.ts'
import { api } from '../../client.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { texts } from '../../texts/texts.ts'
import { useDeed } from '../../useDeed.ts'

interface SecretSettingProps {
  readonly label: string
  readonly purpose: 'directory' | 'store' | 'avatar'
  /** Where the secret is found; an empty file where there is none yet. */
  readonly reference: SecretReference
  readonly onChange: (reference: SecretReference) => void
}

type Place = 'typed' | 'env' | 'file'
const places: readonly Place[] = ['typed', 'env', 'file']

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  place: { minWidth: '200px' },
  value: { flexGrow: 1 },
})

/** A secret: it can be set anew and is never shown. Where it comes from stays as it is until it is changed. */
export function SecretSetting({ label, purpose, reference, onChange }: SecretSettingProps) {
  const [isChanging, setChanging] = useState(false)
  const styles = useStyles()
  const { secret } = texts.configure
  if (!isChanging) {
    return (
      <Field label={label}>
        <div className={styles.line}>
          <span>{described(label, reference)}</span>
          <Button appearance="subtle" onClick={() => setChanging(true)} aria-label={secret.changeOf(label)}>
            {isSet(reference) ? secret.change : secret.set}
          </Button>
        </div>
      </Field>
    )
  }
  return (
    <SecretForm
      label={label}
      purpose={purpose}
      onEnd={(found) => {
        setChanging(false)
        if (found !== null) onChange(found)
      }}
    />
  )
}

interface SecretFormProps extends Pick<SecretSettingProps, 'label' | 'purpose'> {
  /** Null when it stays what it was. */
  readonly onEnd: (reference: SecretReference | null) => void
}

function SecretForm({ label, purpose, onEnd }: SecretFormProps) {
  const styles = useStyles()
  const { secret } = texts.configure
  const [place, setPlace] = useState<Place>('typed')
  const [value, setValue] = useState('')
  const keep = useDeed((text: string) => api.configuration.keepSecret.mutate({ purpose, value: text }))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (value === '') return
    if (place !== 'typed') return onEnd(place === 'env' ? { env: value } : { file: value })
    await keep.mutateAsync(value).then(onEnd, () => undefined)
  }
  return (
    <Field label={label}>
      <form className={styles.form} onSubmit={submit}>
        <Dropdown
          className={styles.place}
          aria-label={secret.where}
          value={secret.places[place]}
          selectedOptions={[place]}
          onOptionSelect={(_, { optionValue }) => setPlace(places.find((it) => it === optionValue) ?? 'typed')}
        >
          {places.map((it) => (
            <Option key={it} value={it}>
              {secret.places[it]}
            </Option>
          ))}
        </Dropdown>
        <Input
          className={styles.value}
          type={place === 'typed' ? 'password' : 'text'}
          autoComplete={place === 'typed' ? 'new-password' : 'off'}
          aria-label={label}
          placeholder={secret.placeholders[place]}
          value={value}
          autoFocus
          onChange={(_, data) => setValue(data.value)}
          onKeyDown={({ key }) => key === 'Escape' && onEnd(null)}
        />
        <Button type="submit" disabled={value === '' || keep.isPending}>
          {secret.keep}
        </Button>
        <Button appearance="subtle" onClick={() => onEnd(null)}>
          {secret.cancel}
        </Button>
        {keep.error && <ErrorNotice error={keep.error} />}
      </form>
    </Field>
  )
}

function isSet(reference: SecretReference): boolean {
  return 'env' in reference ? reference.env !== '' : reference.file !== ''
}

function described(label: string, reference: SecretReference): string {
  const { secret } = texts.configure
  if (!isSet(reference)) return secret.none(label)
  return 'env' in reference ? secret.fromEnvironment(reference.env) : secret.isSet(label)
}
