import { Empty } from '../../components/Empty.tsx'
import { texts } from '../../texts/texts.ts'

/** Says what there is not. */
export function NotifyNotice() {
  const { title, message } = texts.configure.notify
  return <Empty title={title} message={message} />
}
