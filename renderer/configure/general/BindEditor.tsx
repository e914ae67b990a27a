import type { DirectorySettings } from '../../../app/settings/schema.ts'
import { texts } from '../../texts/texts.ts'
import type { EditorProps } from '../draft/draft.ts'
import { inDirectory } from '../draft/inDirectory.ts'
import { ChoiceSetting } from '../fields/ChoiceSetting.tsx'
import { SecretSetting } from '../fields/SecretSetting.tsx'
import { TextSetting } from '../fields/TextSetting.tsx'

type Bind = DirectorySettings['bind']

/** As whom the directory is read. */
export function BindEditor({ draft, change, problems }: EditorProps) {
  const { bind: words } = texts.configure
  const { bind } = draft.directory
  return (
    <>
      <ChoiceSetting
        label={words.method}
        hint={words.hints[bind.method]}
        place="directory.bind.method"
        problems={problems}
        value={bind.method}
        choices={words.methods}
        onChange={(method) => change(inDirectory({ bind: bindOf(method, bind) }))}
      />
      {bind.method === 'simple' && (
        <>
          <TextSetting
            label={words.user}
            hint={words.userHint}
            place="directory.bind.user"
            problems={problems}
            value={bind.user}
            onChange={(user) => change(inDirectory({ bind: { ...bind, user } }))}
          />
          <SecretSetting
            label={words.password}
            purpose="directory"
            reference={bind.password}
            onChange={(password) => change(inDirectory({ bind: { ...bind, password } }))}
          />
        </>
      )}
    </>
  )
}

function bindOf(method: Bind['method'], before: Bind): Bind {
  if (method === before.method) return before
  return method === 'simple' ? { method, user: '', password: { file: '' } } : { method }
}
