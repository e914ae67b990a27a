import { seedOfThisRun } from './seedOfThisRun.ts'
import { surviveKills } from './surviveKills.ts'

/** More of them for a thorough look: DIRECTORY_CONNECTOR_KILLS=200. */
const kills = Number(process.env.DIRECTORY_CONNECTOR_KILLS ?? 30)

describe('full and incremental syncs that are killed at any moment', () => {
  it(
    'lose nothing, repeat nothing, and are finished by the next one',
    async () => {
      const figures = await surviveKills(seedOfThisRun(), { kills, changes: 'before-each-kill' })
      if (process.env.DIRECTORY_CONNECTOR_KILLS !== undefined)
        process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
    },
    60_000 + kills * 10_000,
  )
})
