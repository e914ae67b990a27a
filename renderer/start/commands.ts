/** One command of the command line, as the start page lists it. */
export interface Command {
  readonly usage: string
  readonly does: string
}

/** What to type, in the order in which a newcomer needs it. */
export const commands: readonly Command[] = [
  { usage: 'demo', does: 'Shows the whole way on an embedded directory and store. Touches nothing of yours.' },
  { usage: 'settings validate FILE', does: 'Looks through a settings file and lists every problem at once.' },
  { usage: 'init --settings FILE', does: 'Makes a data folder from a settings file.' },
  { usage: 'check', does: 'Tries directory and store: name, TLS, sign-in, rights. Each finding with its remedy.' },
  { usage: 'dry-run', does: 'Shows what would change, for whom and why. Writes nothing to the store.' },
  { usage: 'apply ID', does: 'Applies exactly the plan that was shown, or refuses when things moved on.' },
  { usage: 'sync --full', does: 'Dry run and apply in one, unless a guard halts it.' },
  { usage: 'sync --incremental', does: 'Reads only what changed since the last sync, and makes the store equal.' },
  { usage: 'service install', does: 'Registers the background service, which keeps the schedule.' },
  { usage: 'service status', does: 'What the service does now, what it did last and does next.' },
  { usage: 'schedule show', does: 'When it syncs by itself; schedule set changes that.' },
  { usage: 'mode automatic', does: 'Lets the schedule run; mode manual stops it.' },
  { usage: 'pause', does: 'Lets the schedule rest until resume.' },
  { usage: 'resume', does: 'Lets the schedule go on.' },
  { usage: 'set-aside list', does: 'Objects whose change keeps failing, why, and when each is tried again.' },
  { usage: 'explain WHO', does: 'Follows one person or group through every decision.' },
  {
    usage: 'runs list',
    does: 'What was done before; runs show ID has every change, runs undo ID plans to take them back.',
  },
]
