import type { DirectoryDraft } from '../../../app/api/directory/directoryBrowser.ts'
import type { EntryKind } from '../../../app/model/entry.ts'
import { plural } from '../../../app/model/objectKind.ts'
import { loadSettings } from '../../../app/settings/settingsFile.ts'
import { chosenKinds } from '../../../app/stages/notKeptFindings.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { formatTable } from '../formatTable.ts'
import type { Terminal } from '../terminal.ts'
import { withConnector } from '../withConnector.ts'

/** Nobody reads more exact numbers than this. */
const mostCounted = 1_000_000

/** The command line's way of looking into the directory, as the window does while bases are chosen. */
export const addDirectory: CommandAdder = (program, run) => {
  const directory = program.command('directory').description('look into the directory, with the saved settings')

  directory
    .command('containers [dn]')
    .description('the containers right below a DN; without one, the naming contexts')
    .action(async (dn: string | undefined) =>
      run(async (terminal) => {
        const draft = await savedDraft(terminal)
        const found = await withConnector(terminal, 'read', 'directory', (connector) =>
          connector.directory.containers(draft, dn ?? ''),
        )
        if (terminal.json) terminal.printJson(found)
        else {
          for (const each of found.containers) terminal.print(each.hasChildren === true ? `${each.dn}  …` : each.dn)
          if (found.more) terminal.tell(`Only the first ${found.containers.length} are shown.`)
          if (found.containers.length === 0) terminal.tell(`There are no containers below ${dn ?? 'the root'}.`)
        }
        return exitCode.done
      }),
    )

  directory
    .command('count')
    .description('how many entries of each kind the saved settings select now')
    .action(async () =>
      run(async (terminal) => {
        const draft = await savedDraft(terminal)
        const counts = await withConnector(terminal, 'read', 'directory', async ({ directory: browser }) => {
          const counted: { readonly kind: EntryKind; readonly count: number; readonly more: boolean }[] = []
          for (const kind of chosenKinds(draft.selection))
            counted.push({ kind, ...(await browser.count(draft, kind, mostCounted)) })
          return counted
        })
        if (terminal.json) terminal.printJson({ counts })
        else {
          const rows = counts.map(({ kind, count, more }) => [plural[kind], `${count}${more ? ' or more' : ''}`])
          for (const line of formatTable(['Kind', 'Selected'], rows)) terminal.print(line)
        }
        return exitCode.done
      }),
    )
}

async function savedDraft({ dataFolder }: Terminal): Promise<Required<DirectoryDraft>> {
  const { directory, selection, mapping, organization } = await loadSettings(dataFolder)
  return { directory, selection, mapping, organization }
}
