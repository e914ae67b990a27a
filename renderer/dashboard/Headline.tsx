import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Overview } from '../../app/api/overview/overview.ts'
import { api } from '../client.ts'
import { CommandButton } from '../components/CommandButton.tsx'
import { useNow } from '../components/useNow.ts'
import { useCommands } from '../frame/Commands.tsx'
import { useLive } from '../frame/LiveService.tsx'
import { StatusMark } from '../frame/StatusMark.tsx'
import { statusOf } from '../frame/statusOf.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { lastSyncAt } from './lastSyncAt.ts'
import { SyncNowMenu } from './SyncNowMenu.tsx'
import { whenSentence } from './whenSentence.ts'

const useStyles = makeStyles({
  headline: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minHeight: '40px' },
  words: { display: 'flex', flexGrow: 1, alignItems: 'flex-start', gap: tokens.spacingHorizontalS, minWidth: 0 },
  mark: { display: 'flex', height: '20px', alignItems: 'center' },
  sentence: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  when: { margin: 0, color: tokens.colorNeutralForeground2, minHeight: '20px' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS, flexShrink: 0 },
})

/** Whether all is well, in one sentence, and what one may want to do about it. */
export function Headline({ overview }: { readonly overview: Overview }) {
  const styles = useStyles()
  const live = useLive()
  const now = useNow(20)
  const { possibility } = useCommands()
  const { data: status } = useAnswer(['status'], (signal) => api.status.query(undefined, { signal }))
  const { light } = overview
  const isThere = live.connection === 'connected'
  const { kind } = statusOf({ ...live, connection: 'connected' }, overview)
  const sentence = live.running ? texts.dashboard.nowRunning(texts.runKinds[live.running.kind]) : light.sentence
  const when = whenSentence(lastSyncAt(overview), live.running ? null : (status?.next ?? null), now)
  const isFirst = light.kind === 'never-synced'
  const lead = live.running ? null : leadTo(light.page)
  const toPlan = lead?.page.startsWith('/plans/') ? lead : null
  const canSync = possibility('sync-incremental').possible || possibility('sync-full').possible
  const primary = toPlan ? 'review' : isFirst || !canSync ? 'dry-run' : 'sync'
  return (
    <div className={styles.headline}>
      <div className={styles.words}>
        <span className={styles.mark}>
          <StatusMark kind={isThere ? kind : 'connecting'} />
        </span>
        <div>
          <p className={styles.sentence}>
            {!isThere && live.connection !== 'connecting' && texts.dashboard.lastHeard} {sentence}{' '}
            {lead && !toPlan && (
              <Link inline href={`#${lead.page}`}>
                {lead.words}
              </Link>
            )}
          </p>
          <p className={styles.when}>{when}</p>
        </div>
      </div>
      <div className={styles.actions}>
        {toPlan && (
          <Button as="a" href={`#${toPlan.page}`} appearance="primary">
            {toPlan.words}
          </Button>
        )}
        <SyncNowMenu appearance={primary === 'sync' ? 'primary' : 'secondary'} />
        <CommandButton
          command="dry-run"
          appearance={primary === 'dry-run' ? 'primary' : 'secondary'}
          note={texts.dashboard.dryRunNote}
        >
          {texts.dashboard.dryRun}
        </CommandButton>
      </div>
    </div>
  )
}

/** The page where one goes on, and in words what one does there. */
function leadTo(page: string | null): { readonly page: string; readonly words: string } | null {
  if (page === null) return null
  const { leads, goThere } = texts.dashboard
  const [, first = ''] = page.split('/')
  return { page, words: Object.entries(leads).find(([name]) => name === first)?.[1] ?? goThere }
}
