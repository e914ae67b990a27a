import { fillTemplate } from './fillTemplate.ts'
import type { ServiceCommand } from './serviceCommand.ts'

export interface WinswParts {
  readonly name: string
  readonly dataFolder: string
  readonly command: ServiceCommand
}

/** The file that tells WinSW how to run a data folder's service. */
export function winswXml({ name, dataFolder, command }: WinswParts): string {
  return fillTemplate('directory-connector-service.xml', {
    NAME: escaped(name),
    DATA_FOLDER: escaped(dataFolder),
    EXECUTABLE: escaped(command.executable),
    ENVIRONMENT: Object.entries(command.environment)
      .map(([variable, value]) => `<env name="${escaped(variable)}" value="${escaped(value)}" />`)
      .join(''),
    ARGUMENTS: escaped(command.words.map(quoted).join(' ')),
  })
}

/** As a program for Windows splits its command line; no word of ours holds a quote or ends with a backslash. */
function quoted(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word
}

/** WinSW puts variables in wherever %NAME% stands; a path that holds one is what it looks like. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
