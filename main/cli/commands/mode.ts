import { Argument } from 'commander'
import type { Control } from '../../../app/state/state.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { withConnector } from '../withConnector.ts'

const meanings: Readonly<Record<Control['mode'], string>> = {
  manual: 'Nothing runs by itself; the mode becomes automatic when a full sync finds directory and store equal.',
  automatic: 'The service runs what the schedule says (schedule show).',
}

export const addMode: CommandAdder = (program, run) => {
  program
    .command('mode')
    .description('show the mode, or set it')
    .addArgument(new Argument('[mode]', 'whether the schedule runs').choices(['manual', 'automatic']))
    .action(async (wanted: Control['mode'] | undefined) =>
      run(async (terminal) => {
        const control = await (wanted === undefined
          ? withConnector(terminal, 'read', 'mode', async (connector) => connector.control())
          : withConnector(terminal, 'write', 'mode', async (connector) => connector.setMode(wanted)))
        if (terminal.json) terminal.printJson(control)
        else {
          terminal.print(`The mode is ${control.mode}. ${meanings[control.mode]}`)
          if (control.pausedAt !== null) terminal.print(`The schedule is paused since ${control.pausedAt} (resume).`)
        }
        return exitCode.done
      }),
    )
}
