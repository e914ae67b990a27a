import { texts } from '../../texts/texts.ts'
import type { EditorProps } from '../draft/draft.ts'
import { inDirectory, inTls } from '../draft/inDirectory.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { SwitchSetting } from '../fields/SwitchSetting.tsx'
import { TextSetting } from '../fields/TextSetting.tsx'

/** Whether the connection is encrypted, and whose certificates count. */
export function TlsEditor({ draft, change, problems }: EditorProps) {
  const { tls } = texts.configure
  const { servers, startTls } = draft.directory
  const { caFile, serverName, verify, certificateFile, keyFile } = draft.directory.tls
  const isPlain = servers.some((server) => server.startsWith('ldap://'))
  const isEncrypted = servers.length > 0 && !isPlain
  const optional = (text: string) => (text === '' ? undefined : text)
  return (
    <>
      {isPlain || startTls ? (
        <SwitchSetting
          label={tls.startTls}
          place="directory.startTls"
          problems={problems}
          value={startTls}
          onChange={(value) => change(inDirectory({ startTls: value }))}
          warning={isPlain && !startTls ? tls.plainWarning : null}
        />
      ) : (
        <FieldNote>{isEncrypted ? tls.encrypted : tls.byServers}</FieldNote>
      )}
      <TextSetting
        label={tls.caFile}
        hint={tls.caFileHint}
        place="directory.tls.caFile"
        problems={problems}
        value={caFile ?? ''}
        onChange={(text) => change(inTls({ caFile: optional(text) }))}
      />
      <TextSetting
        label={tls.serverName}
        hint={tls.serverNameHint}
        place="directory.tls.serverName"
        problems={problems}
        value={serverName ?? ''}
        onChange={(text) => change(inTls({ serverName: optional(text) }))}
      />
      <SwitchSetting
        label={tls.verify}
        place="directory.tls.verify"
        problems={problems}
        value={verify}
        onChange={(value) => change(inTls({ verify: value }))}
        warning={verify ? null : tls.verifyWarning}
      />
      {(draft.directory.bind.method === 'external' || certificateFile !== undefined || keyFile !== undefined) && (
        <>
          <TextSetting
            label={tls.certificateFile}
            place="directory.tls.certificateFile"
            problems={problems}
            value={certificateFile ?? ''}
            onChange={(text) => change(inTls({ certificateFile: optional(text) }))}
          />
          <TextSetting
            label={tls.keyFile}
            place="directory.tls.keyFile"
            problems={problems}
            value={keyFile ?? ''}
            onChange={(text) => change(inTls({ keyFile: optional(text) }))}
          />
        </>
      )}
    </>
  )
}
