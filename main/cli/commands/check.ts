import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { printFindings } from '../printFindings.ts'
import { withConnector } from '../withConnector.ts'

export const addCheck: CommandAdder = (program, run) => {
  program
    .command('check')
    .description('try directory and store: name, TLS, bind, rights, bases, permissions')
    .action(async () =>
      run(async (terminal) => {
        const findings = await withConnector(terminal, 'read', 'check', (connector) => connector.check())
        if (terminal.json) terminal.printJson({ findings })
        else printFindings(findings, terminal)
        return findings.some(({ level }) => level === 'error') ? exitCode.error : exitCode.done
      }),
    )
}
