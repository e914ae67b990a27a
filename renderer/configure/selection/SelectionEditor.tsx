import { makeStyles, tokens } from '@fluentui/react-components'
import { Section } from '../../components/Section.tsx'
import { texts } from '../../texts/texts.ts'
import { canAsk } from '../draft/directoryDraft.ts'
import type { EditorProps } from '../draft/draft.ts'
import { Column, Columns } from '../fields/Columns.tsx'
import { ChosenInWords } from './ChosenInWords.tsx'
import { ContainerTree } from './ContainerTree.tsx'
import type { Chosen } from './chosen.ts'
import { inSelection } from './inSelection.ts'
import { KindEditor } from './KindEditor.tsx'
import { RoomsEditor } from './RoomsEditor.tsx'

const useStyles = makeStyles({
  bases: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  kinds: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** Which entries of the directory are selected: where they stand, of which kinds, and with which filters. */
export function SelectionEditor(props: EditorProps) {
  return (
    <Columns>
      <Column>
        <BasesEditor {...props} />
      </Column>
      <Column>
        <KindsEditor {...props} />
      </Column>
    </Columns>
  )
}

/** The containers that are read. */
export function BasesEditor({ draft, change, problems }: EditorProps) {
  const styles = useStyles()
  const { tree } = texts.configure
  const { baseDns, excludeDns } = draft.selection
  const chosen: Chosen = { baseDns, excludeDns }
  const choose = (next: Chosen) => change(inSelection({ baseDns: [...next.baseDns], excludeDns: [...next.excludeDns] }))
  return (
    <Section title={tree.title}>
      <div className={styles.bases}>
        <ContainerTree
          directory={draft.directory}
          chosen={chosen}
          onChange={choose}
          hindrance={canAsk(problems, ['directory']) ? null : tree.directoryFirst}
        />
        <ChosenInWords chosen={chosen} onChange={choose} problems={problems} />
      </div>
    </Section>
  )
}

/** The kinds of entries, each with its filter. */
export function KindsEditor(props: EditorProps) {
  const styles = useStyles()
  return (
    <Section title={texts.configure.selection.title}>
      <div className={styles.kinds}>
        <KindEditor {...props} kind="user">
          <RoomsEditor {...props} />
        </KindEditor>
        <KindEditor {...props} kind="group" />
        <KindEditor {...props} kind="contact" />
      </div>
    </Section>
  )
}
