import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components'
import { texts } from '../texts/texts.ts'
import { useLive } from './LiveService.tsx'

const useStyles = makeStyles({ banner: { flexShrink: 0, borderRadius: 0 } })

/** Says over every page that the service is gone, or does not know this browser; pages keep what they show. */
export function LostBanner() {
  const styles = useStyles()
  const { connection } = useLive()
  if (connection !== 'lost' && connection !== 'signed-out') return null
  const { title, message } = connection === 'lost' ? texts.frame.lost : texts.frame.signedOut
  return (
    <MessageBar intent="error" className={styles.banner} politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {message}
      </MessageBarBody>
    </MessageBar>
  )
}
