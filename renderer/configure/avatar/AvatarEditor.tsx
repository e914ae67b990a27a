import { Button, Radio, RadioGroup } from '@fluentui/react-components'
import type { AvatarSettings } from '../../../app/settings/schema.ts'
import { Section } from '../../components/Section.tsx'
import { texts } from '../../texts/texts.ts'
import type { Edit, EditorProps } from '../draft/draft.ts'
import { merged } from '../draft/merged.ts'
import { problemAt } from '../draft/problemsAt.ts'
import { Column, Columns } from '../fields/Columns.tsx'
import { FieldNote } from '../fields/FieldNote.tsx'
import { SecretSetting } from '../fields/SecretSetting.tsx'
import { Stack } from '../fields/Stack.tsx'
import { SwitchSetting } from '../fields/SwitchSetting.tsx'
import { TextSetting } from '../fields/TextSetting.tsx'
import { AvatarTest } from './AvatarTest.tsx'

type ServerAvatar = Extract<AvatarSettings, { source: 'server' }>

const start: AvatarSettings = { enabled: false, source: 'attribute', attribute: 'thumbnailPhoto' }

/** Where pictures of people are found, and whether they are sent. */
export function AvatarEditor(props: EditorProps) {
  const { draft, change, problems } = props
  const { avatar: words } = texts.configure
  const avatar = draft.avatar ?? start
  const set = (values: AvatarSettings) => change(withAvatar(values))
  const whole = problemAt(problems, 'avatar')
  return (
    <Columns>
      <Column>
        <Section title={words.title}>
          <Stack>
            <SwitchSetting
              label={words.enabled}
              hint={words.enabledHint}
              place="avatar.enabled"
              problems={problems}
              value={avatar.enabled}
              onChange={(enabled) => set({ ...avatar, enabled })}
            />
            <RadioGroup
              aria-label={words.source}
              layout="horizontal"
              value={avatar.source}
              onChange={(_, { value }) => set(sourceOf(value === 'server' ? 'server' : 'attribute', avatar))}
            >
              <Radio value="attribute" label={words.sources.attribute} />
              <Radio value="server" label={words.sources.server} />
            </RadioGroup>
            {avatar.source === 'attribute' ? (
              <TextSetting
                label={words.attribute}
                hint={words.attributeHint}
                place="avatar.attribute"
                problems={problems}
                value={avatar.attribute}
                onChange={(attribute) => set({ ...avatar, attribute })}
              />
            ) : (
              <ServerFields avatar={avatar} problems={problems} onChange={set} />
            )}
            {whole && <FieldNote tone="error">{whole.message}</FieldNote>}
            {draft.avatar !== undefined && (
              <div>
                <Button onClick={() => change(withAvatar(undefined))}>{words.forget}</Button>
              </div>
            )}
          </Stack>
        </Section>
      </Column>
      <Column>
        <Section title={words.test}>
          <AvatarTest draft={draft} problems={problems} avatar={avatar} />
        </Section>
      </Column>
    </Columns>
  )
}

interface ServerFieldsProps extends Pick<EditorProps, 'problems'> {
  readonly avatar: ServerAvatar
  readonly onChange: (avatar: ServerAvatar) => void
}

function ServerFields({ avatar, problems, onChange }: ServerFieldsProps) {
  const { avatar: words } = texts.configure
  const { credential } = avatar
  return (
    <>
      <TextSetting
        label={words.pattern}
        hint={words.patternHint}
        place="avatar.pattern"
        placeholder="https://www.example.com/photo/{mail: .*?(?=@)}.jpg"
        problems={problems}
        value={avatar.pattern}
        onChange={(pattern) => onChange({ ...avatar, pattern })}
        look="code"
      />
      <SwitchSetting
        label={words.signIn}
        place="avatar.credential"
        problems={problems}
        value={credential !== undefined}
        onChange={(isWanted) =>
          onChange(merged(avatar, { credential: isWanted ? { user: '', password: { file: '' } } : undefined }))
        }
      />
      {credential && (
        <>
          <TextSetting
            label={words.user}
            place="avatar.credential.user"
            problems={problems}
            value={credential.user}
            onChange={(user) => onChange({ ...avatar, credential: { ...credential, user } })}
          />
          <SecretSetting
            label={words.password}
            purpose="avatar"
            reference={credential.password}
            onChange={(password) => onChange({ ...avatar, credential: { ...credential, password } })}
          />
        </>
      )}
      <SwitchSetting
        label={words.privateAddresses}
        hint={words.privateAddressesHint}
        place="avatar.allowPrivateAddresses"
        problems={problems}
        value={avatar.allowPrivateAddresses}
        onChange={(allowPrivateAddresses) => onChange({ ...avatar, allowPrivateAddresses })}
      />
      <SwitchSetting
        label={words.reachable}
        hint={words.reachableHint}
        place="avatar.reachableFromStore"
        problems={problems}
        value={avatar.reachableFromStore}
        onChange={(reachableFromStore) => onChange({ ...avatar, reachableFromStore })}
      />
    </>
  )
}

function sourceOf(source: AvatarSettings['source'], before: AvatarSettings): AvatarSettings {
  if (source === before.source) return before
  const { enabled } = before
  if (source === 'attribute') return { ...start, enabled }
  return { enabled, source, pattern: '', allowPrivateAddresses: false, reachableFromStore: false }
}

function withAvatar(avatar: AvatarSettings | undefined): Edit {
  return (draft) => merged(draft, { avatar })
}
