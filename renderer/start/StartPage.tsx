import { commands } from './commands.ts'

interface StartPageProps {
  readonly version: string
  readonly shell: 'browser' | 'desktop'
}

/** What this version can do: the command line does the work, and the page says so instead of looking finished. */
export function StartPage({ version, shell }: StartPageProps) {
  const here = shell === 'desktop' ? 'This window' : 'This page'
  return (
    <main className="page">
      <header>
        <h1>Directory Connector</h1>
        <p className="version">Version {version}</p>
      </header>
      <p className="lead">
        Reads a directory, shows what would change in the cloud identity store, and keeps the store equal.
      </p>
      <p className="note" role="note">
        <span aria-hidden="true" className="mark">
          i
        </span>
        {here} shows no data yet. In this version the command line does all the work; nothing is read or changed here.
      </p>
      <h2>On the command line</h2>
      <p className="hint">
        Type <code>directory-connector</code> and one of these. <code>--help</code> after any of them tells more.
      </p>
      <dl className="commands">
        {commands.map(({ usage, does }) => (
          <div className="command" key={usage}>
            <dt>
              <code>{usage}</code>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </main>
  )
}
