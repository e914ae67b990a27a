import { fillTemplate } from './fillTemplate.ts'
import type { ServiceCommand } from './serviceCommand.ts'

export interface UnitParts {
  /** Of the unit, without `.service`. */
  readonly name: string
  readonly dataFolder: string
  /** Name or number of the account. */
  readonly user: string
  readonly command: ServiceCommand
}

/** Memory that a run has freed goes back to the system: the service rests most of the time. */
const ownEnvironment = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '65536' }

/** The systemd unit of a data folder's service. */
export function systemdUnit({ name, dataFolder, user, command }: UnitParts): string {
  const words = [command.executable, ...command.words].map((word) => quoted(word.replaceAll('$', '$$$$')))
  return fillTemplate('directory-connector.service', {
    NAME: name,
    USER: user,
    DATA_FOLDER: quoted(dataFolder),
    COMMAND: words.join(' '),
    ENVIRONMENT: Object.entries({ ...ownEnvironment, ...command.environment })
      .map(([variable, value]) => `${variable}=${value}`)
      .join(' '),
    ENVIRONMENT_FILE: environmentFile(name).replaceAll('%', '%%'),
  })
}

/** Where the unit looks for secrets that the settings want in the environment. */
export function environmentFile(name: string): string {
  return `/etc/directory-connector/${name}.env`
}

/** As systemd.syntax(7) and systemd.unit(5) want it: % begins a specifier, \ an escape. */
function quoted(text: string): string {
  const plain = text.replaceAll('%', '%%')
  return /^[\w./:=@%-]+$/.test(plain) ? plain : `"${plain.replaceAll(/[\\"]/g, '\\$&')}"`
}
