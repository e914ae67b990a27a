import { Body1, Link } from '@fluentui/react-components'
import { Page } from '../components/Page.tsx'
import { texts } from '../texts/texts.ts'

/** What stands at an address that no page has. */
export function NotFound() {
  const { title, message, home } = texts.frame.notFound
  return (
    <Page title={title}>
      <Body1>{message}</Body1>
      <Link href="#/">{home}</Link>
    </Page>
  )
}
