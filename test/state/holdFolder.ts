import { openState } from '../../app/state/sqlite/openState.ts'

/** A process that holds the data folder given as its argument until it is ended: `held` means it has it. */
const [folder = ''] = process.argv.slice(2)
const state = openState({ folder, access: 'write', purpose: 'full sync', now: new Date('2026-01-01T00:00:00Z') })
state.runs.start('full', new Date('2026-01-01T00:00:00Z'))
process.stdout.write('held\n')
process.stdin.resume()
process.stdin.once('end', () => {
  state.close()
  process.exit(0)
})
