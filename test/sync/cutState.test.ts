import { cutState } from './cutState.ts'
import { seedOfThisRun } from './seedOfThisRun.ts'
import { surviveKills } from './surviveKills.ts'

/** More of them for a thorough look: DIRECTORY_CONNECTOR_CUTS=100. */
const kills = Number(process.env.DIRECTORY_CONNECTOR_CUTS ?? 8)

describe('a state database of which the last writes were lost with the process', () => {
  it(
    'is gone on from, and nothing is lost or repeated',
    async () => {
      const survival = { kills, changes: 'before-the-first', afterKill: cutState } as const
      const figures = await surviveKills(seedOfThisRun(), survival)
      if (process.env.DIRECTORY_CONNECTOR_CUTS !== undefined)
        process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
    },
    60_000 + kills * 10_000,
  )
})
