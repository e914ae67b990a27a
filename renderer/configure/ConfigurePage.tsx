import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import type { ComponentType } from 'react'
import { useParams } from 'wouter'
import type { ConfigurationPage } from '../../app/api/overview/overview.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Page } from '../components/Page.tsx'
import { NotFound } from '../frame/NotFound.tsx'
import { texts } from '../texts/texts.ts'
import { AvatarEditor } from './avatar/AvatarEditor.tsx'
import type { EditorProps } from './draft/draft.ts'
import { useChecked } from './draft/useChecked.ts'
import { type EditingState, useEditing } from './draft/useEditing.ts'
import { GeneralEditor } from './general/GeneralEditor.tsx'
import { GuardsEditor } from './guards/GuardsEditor.tsx'
import { MappingEditor } from './mapping/MappingEditor.tsx'
import { NotifyNotice } from './notify/NotifyNotice.tsx'
import { SchedulePage } from './schedule/SchedulePage.tsx'
import { SelectionEditor } from './selection/SelectionEditor.tsx'
import { askBeforeClosing } from './shell/askBeforeClosing.ts'
import { DraftBar } from './shell/DraftBar.tsx'
import { FileMenu } from './shell/FileMenu.tsx'
import { LeaveDialog } from './shell/LeaveDialog.tsx'
import { NotSetUp } from './shell/NotSetUp.tsx'
import { SavedMeanwhile } from './shell/SavedMeanwhile.tsx'

askBeforeClosing()

const editors: Readonly<Record<ConfigurationPage, ComponentType<EditorProps>>> = {
  general: GeneralEditor,
  selection: SelectionEditor,
  mapping: MappingEditor,
  avatars: AvatarEditor,
  schedule: SchedulePage,
  guards: GuardsEditor,
  notify: NotifyNotice,
}

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    // Message bars would shrink below their words when the page is longer than the window.
    '& > *': { flexShrink: 0 },
  },
  question: { color: tokens.colorNeutralForeground3 },
  skeleton: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '720px' },
})

/** The pages on which the connector is configured: one draft for all of them, saved as a whole. */
export default function ConfigurePage() {
  const { page = '' } = useParams()
  if (!isPage(page)) return <NotFound />
  return <Editing page={page} />
}

function Editing({ page }: { readonly page: ConfigurationPage }) {
  const styles = useStyles()
  const answer = useEditing()
  const { pages, questions } = texts.configure
  const title = pages[page]
  if (answer.kind === 'failed') {
    return (
      <Page title={title}>
        <ErrorNotice error={answer.error} onTryAgain={answer.again} />
      </Page>
    )
  }
  if (answer.kind === 'loading') {
    return (
      <Page title={title}>
        <span className={styles.question}>{questions[page]}</span>
        <Skeleton className={styles.skeleton} aria-label={texts.loading}>
          {['a', 'b', 'c', 'd', 'e', 'f'].map((line) => (
            <SkeletonItem key={line} size={32} />
          ))}
        </Skeleton>
      </Page>
    )
  }
  if (answer.editing.saved === null && !answer.editing.isChanged) {
    return (
      <Page title={title}>
        <NotSetUp />
      </Page>
    )
  }
  return <Ready page={page} editing={answer.editing} />
}

function Ready({ page, editing }: { readonly page: ConfigurationPage; readonly editing: EditingState }) {
  const styles = useStyles()
  const { pages, questions } = texts.configure
  const { draft, change } = editing
  const answer = useChecked(draft)
  const Editor = editors[page]
  return (
    <Page title={pages[page]} height="filled" actions={<FileMenu editing={editing} checked={answer.checked} />}>
      <div className={styles.scroll}>
        <span className={styles.question}>{questions[page]}</span>
        {editing.isOvertaken && <SavedMeanwhile editing={editing} />}
        {answer.error !== null && <ErrorNotice error={answer.error} onTryAgain={answer.again} />}
        <Editor draft={draft} change={change} problems={answer.checked?.problems ?? []} />
      </div>
      <DraftBar page={page} editing={editing} answer={answer} />
      <LeaveDialog editing={editing} answer={answer} />
    </Page>
  )
}

function isPage(page: string): page is ConfigurationPage {
  return Object.hasOwn(editors, page)
}
