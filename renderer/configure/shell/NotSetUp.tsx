import { Link } from '@fluentui/react-components'
import { Empty } from '../../components/Empty.tsx'
import { texts } from '../../texts/texts.ts'

/** What the pages show while there are no settings yet. */
export function NotSetUp() {
  const { title, message, begin } = texts.configure.notSetUp
  return <Empty title={title} message={message} action={<Link href="#/start">{begin}</Link>} />
}
