import type { StoreSettings } from '../../../app/settings/schema.ts'
import { texts } from '../../texts/texts.ts'
import type { Edit, EditorProps } from '../draft/draft.ts'
import { merged } from '../draft/merged.ts'
import { ChoiceSetting } from '../fields/ChoiceSetting.tsx'
import { MoreSettings } from '../fields/MoreSettings.tsx'
import { NumberSetting } from '../fields/NumberSetting.tsx'
import { SecretSetting } from '../fields/SecretSetting.tsx'
import { Row } from '../fields/Stack.tsx'
import { TextSetting } from '../fields/TextSetting.tsx'

type Auth = StoreSettings['auth']

/** The identity store in the cloud, and how one signs in there. */
export function StoreEditor({ draft, change, problems }: EditorProps) {
  const { store: words } = texts.configure
  const { profile, url, auth, caFile, pictures, concurrency, timeoutSeconds } = draft.store
  return (
    <>
      <ChoiceSetting
        label={words.profile}
        hint={words.profileHint}
        place="store.profile"
        problems={problems}
        value={profile}
        choices={words.profiles}
        onChange={(chosen) => change(inStore({ profile: chosen }))}
      />
      <TextSetting
        label={words.url}
        hint={words.urlHint}
        place="store.url"
        placeholder="https://identity.example.com/scim/v2"
        problems={problems}
        value={url}
        onChange={(text) => change(inStore({ url: text }))}
      />
      <ChoiceSetting
        label={words.signIn}
        place="store.auth.method"
        problems={problems}
        value={auth.method}
        choices={words.methods}
        onChange={(method) => change(inStore({ auth: authOf(method, auth) }))}
      />
      {auth.method === 'bearer' ? (
        <SecretSetting
          label={words.token}
          purpose="store"
          reference={auth.token}
          onChange={(token) => change(inStore({ auth: { ...auth, token } }))}
        />
      ) : (
        <ClientCredentials auth={auth} problems={problems} onChange={(changed) => change(inStore({ auth: changed }))} />
      )}
      <MoreSettings
        places={['store.caFile', 'store.pictures', 'store.concurrency', 'store.timeoutSeconds']}
        problems={problems}
      >
        <TextSetting
          label={words.caFile}
          hint={words.caFileHint}
          place="store.caFile"
          problems={problems}
          value={caFile ?? ''}
          onChange={(text) => change(inStore({ caFile: text === '' ? undefined : text }))}
        />
        <ChoiceSetting
          label={words.pictures}
          place="store.pictures"
          problems={problems}
          value={pictures ?? 'profile'}
          choices={words.pictureForms}
          onChange={(form) => change(inStore({ pictures: form === 'profile' ? undefined : form }))}
        />
        <Row>
          <NumberSetting
            label={words.concurrency}
            place="store.concurrency"
            problems={problems}
            value={concurrency}
            onChange={(value) => change(inStore({ concurrency: value }))}
          />
          <NumberSetting
            label={words.timeout}
            unit={words.seconds}
            place="store.timeoutSeconds"
            problems={problems}
            value={timeoutSeconds}
            onChange={(value) => change(inStore({ timeoutSeconds: value }))}
          />
        </Row>
      </MoreSettings>
    </>
  )
}

type ClientCredentialsAuth = Extract<Auth, { method: 'clientCredentials' }>

interface ClientCredentialsProps extends Pick<EditorProps, 'problems'> {
  readonly auth: ClientCredentialsAuth
  readonly onChange: (auth: ClientCredentialsAuth) => void
}

function ClientCredentials({ auth, problems, onChange }: ClientCredentialsProps) {
  const { store: words } = texts.configure
  return (
    <>
      <TextSetting
        label={words.tokenUrl}
        place="store.auth.tokenUrl"
        problems={problems}
        value={auth.tokenUrl}
        onChange={(tokenUrl) => onChange({ ...auth, tokenUrl })}
      />
      <TextSetting
        label={words.clientId}
        place="store.auth.clientId"
        problems={problems}
        value={auth.clientId}
        onChange={(clientId) => onChange({ ...auth, clientId })}
      />
      <SecretSetting
        label={words.clientSecret}
        purpose="store"
        reference={auth.clientSecret}
        onChange={(clientSecret) => onChange({ ...auth, clientSecret })}
      />
      <TextSetting
        label={words.scope}
        hint={words.scopeHint}
        place="store.auth.scope"
        problems={problems}
        value={auth.scope ?? ''}
        onChange={(scope) => onChange(merged(auth, { scope: scope === '' ? undefined : scope }))}
      />
    </>
  )
}

function authOf(method: Auth['method'], before: Auth): Auth {
  if (method === before.method) return before
  if (method === 'bearer') return { method, token: { file: '' } }
  return { method, tokenUrl: '', clientId: '', clientSecret: { file: '' } }
}

function inStore(values: { readonly [Key in keyof StoreSettings]?: StoreSettings[Key] | undefined }): Edit {
  return (draft) => ({ ...draft, store: merged(draft.store, values) })
}
