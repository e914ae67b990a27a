import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { api } from '../../client.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { texts } from '../../texts/texts.ts'
import { useDeed } from '../../useDeed.ts'
import type { EditorProps } from '../draft/draft.ts'
import { inDirectory } from '../draft/inDirectory.ts'
import { ChoiceSetting } from '../fields/ChoiceSetting.tsx'
import { FieldNote } from '../fields/FieldNote.tsx'
import { ListSetting } from '../fields/ListSetting.tsx'
import { TextSetting } from '../fields/TextSetting.tsx'

const useStyles = makeStyles({
  domain: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  name: { flexGrow: 1 },
})

/** Which kind of directory, and at which servers it is reached. */
export function ServersEditor({ draft, change, problems }: EditorProps) {
  const styles = useStyles()
  const { general } = texts.configure
  const { type, servers, domain } = draft.directory
  const find = useDeed((name: string) => api.directory.controllers.query({ domain: name }))

  const addFound = async () => {
    const controllers = await find.mutateAsync(domain ?? '').catch(() => [])
    const encrypted = !servers.some((server) => server.startsWith('ldap://'))
    const found = controllers.map((controller) =>
      encrypted ? `ldaps://${hostOf(controller)}` : `ldap://${controller}`,
    )
    change((it) =>
      inDirectory({
        servers: [...it.directory.servers, ...found.filter((one) => !it.directory.servers.includes(one))],
      })(it),
    )
  }
  return (
    <>
      <ChoiceSetting
        label={general.type}
        place="directory.type"
        problems={problems}
        value={type}
        choices={general.types}
        onChange={(chosen) => change(inDirectory({ type: chosen, ...(chosen !== 'ad-ds' && { domain: undefined }) }))}
      />
      {type === 'ad-ds' && (
        <div>
          <div className={styles.domain}>
            <div className={styles.name}>
              <TextSetting
                label={general.domain}
                place="directory.domain"
                placeholder="corp.example.com"
                problems={problems}
                value={domain ?? ''}
                onChange={(text) => change(inDirectory({ domain: text === '' ? undefined : text }))}
              />
            </div>
            <Button disabledFocusable={domain === undefined || find.isPending} onClick={addFound}>
              {find.isPending ? general.finding : general.find}
            </Button>
          </div>
          <FieldNote>{general.domainHint}</FieldNote>
          {find.error && <ErrorNotice error={find.error} />}
          {find.data && <FieldNote>{general.found(find.data.length)}</FieldNote>}
        </div>
      )}
      <ListSetting
        label={general.servers}
        hint={type === 'ad-ds' ? general.serversHintDomain : general.serversHint}
        place="directory.servers"
        problems={problems}
        values={servers}
        onChange={(values) => change(inDirectory({ servers: values }))}
        add={general.addServer}
        placeholder="ldaps://dc1.corp.example.com"
        order="matters"
      />
    </>
  )
}

function hostOf(server: string): string {
  return server.replace(/:\d+$/, '')
}
