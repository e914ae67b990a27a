import { Section } from '../../components/Section.tsx'
import { texts } from '../../texts/texts.ts'
import type { EditorProps } from '../draft/draft.ts'
import { merged } from '../draft/merged.ts'
import { Column, Columns } from '../fields/Columns.tsx'
import { Stack } from '../fields/Stack.tsx'
import { TextSetting } from '../fields/TextSetting.tsx'
import { BindEditor } from './BindEditor.tsx'
import { CheckedSection } from './CheckedSection.tsx'
import { OrganizationEditor } from './OrganizationEditor.tsx'
import { ServersEditor } from './ServersEditor.tsx'
import { StoreEditor } from './StoreEditor.tsx'
import { TlsEditor } from './TlsEditor.tsx'
import { TrackingEditor } from './TrackingEditor.tsx'
import { UpdatesEditor } from './UpdatesEditor.tsx'

/** The connector's name, the directory, the store, and what holds for the whole organization. */
export function GeneralEditor(props: EditorProps) {
  const { draft, change, problems } = props
  const { general } = texts.configure
  return (
    <Columns>
      <Column>
        <CheckedSection side="directory" title={general.directory} draft={draft}>
          <ServersEditor {...props} />
          <BindEditor {...props} />
          <TlsEditor {...props} />
          <TrackingEditor {...props} />
        </CheckedSection>
      </Column>
      <Column>
        <CheckedSection side="store" title={general.store} draft={draft}>
          <StoreEditor {...props} />
        </CheckedSection>
        <Section title={general.connector}>
          <Stack>
            <TextSetting
              label={general.name}
              hint={general.nameHint}
              place="name"
              problems={problems}
              value={draft.name}
              onChange={(name) => change((it) => merged(it, { name }))}
            />
            <UpdatesEditor {...props} />
          </Stack>
        </Section>
        <Section title={general.organization}>
          <OrganizationEditor {...props} />
        </Section>
      </Column>
    </Columns>
  )
}
