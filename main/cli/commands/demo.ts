import type { CommandAdder } from '../command.ts'

export const addDemo: CommandAdder = (program, run) => {
  program
    .command('demo')
    .description('show the whole job on a made-up company: dry run, apply, and an empty second dry run')
    .option('--once', 'end after the second dry run')
    .action(async ({ once }: { once?: boolean }) =>
      run(async (terminal) => {
        const { showDemo } = await import('../showDemo.ts')
        return showDemo(terminal, once ? 'end' : 'stay')
      }),
    )
}
