import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Overview, Possible } from '../../app/api/overview/overview.ts'
import { api } from '../client.ts'
import { problemOf } from '../problem.ts'
import { texts } from '../texts/texts.ts'
import { overviewKey, useOverview } from '../useOverview.ts'
import { type CommandName, pageOfCommand, possibilityOf } from './commands.ts'
import { goTo, presentAddress } from './hashAddress.ts'
import { useLive } from './LiveService.tsx'
import { noticeOfRun, showsRun } from './noticeOfRun.ts'
import { type Notice, useNotices } from './useNotices.tsx'

/** What can be asked for from everywhere. */
export interface Commands {
  possibility(command: CommandName): Possible
  /** Does it, or says why not. A dry run leads to its plan when it has ended, unless the person has left meanwhile. */
  act(command: CommandName): void
  /** Shows a few words at the edge of the window. */
  tell(notice: Notice): void
}

const CommandsContext = createContext<Commands | null>(null)

const { told } = texts.frame

/** A page that has asked for a run leads to its result by itself; nobody has to be told then. */
const ownPageMilliseconds = 500

/** Does what menus, palette and buttons ask for, and tells how every run has ended, whoever started it. */
export function CommandsOfWindow({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const { connection, running } = useLive()
  const { data: overview } = useOverview()
  const tell = useNotices()
  const [starting, setStarting] = useState(false)
  // Runs whose end the person has been told of already, or sees.
  const known = useRef(new Set<number>())
  const own = useRef(0)

  const freshOverview = useCallback(
    () => queries.fetchQuery<Overview>({ queryKey: overviewKey, queryFn: () => api.overview.query(), staleTime: 0 }),
    [queries],
  )

  const tellLatest = useCallback(async () => {
    const latest = (await freshOverview()).lastRuns[0]
    if (latest === undefined || known.current.has(latest.run.id)) return
    known.current.add(latest.run.id)
    await new Promise((resolve) => setTimeout(resolve, ownPageMilliseconds))
    if (!showsRun(presentAddress(), latest.run)) tell(noticeOfRun(latest))
  }, [freshOverview, tell])

  const start = useCallback(
    async (command: 'dry-run' | 'sync-full' | 'sync-incremental') => {
      const from = presentAddress()
      setStarting(true)
      own.current += 1
      try {
        const { run, plan } = await runs[command]()
        if (command === 'dry-run' && presentAddress() === from) {
          known.current.add(run.id)
          goTo(`/plans/${plan.id}`)
        }
        await queries.invalidateQueries()
        await tellLatest()
      } catch (error) {
        const problem = problemOf(error)
        const overview = await freshOverview().catch(() => undefined)
        const latest = overview?.lastRuns[0]?.run
        const recorded = latest !== undefined && latest.error?.message === problem.message ? latest : null
        if (recorded) known.current.add(recorded.id)
        tell({
          intent: 'error',
          title: problem.message,
          body: problem.remedy,
          links: [
            ...(recorded ? [{ label: told.show, address: `/runs/${recorded.id}` }] : []),
            { label: told.meaning, address: `/help/errors/${problem.code}` },
          ],
        })
        void queries.invalidateQueries()
      } finally {
        own.current -= 1
        setStarting(own.current > 0)
      }
    },
    [freshOverview, queries, tell, tellLatest],
  )

  const followed = useRef(false)
  const isRunning = running !== null
  useEffect(() => {
    if (connection === 'connected' && followed.current && !isRunning && own.current === 0)
      void tellLatest().catch(() => undefined)
    followed.current = connection === 'connected' && isRunning
  }, [connection, isRunning, tellLatest])

  const change = useCallback(
    async (act: () => Promise<unknown>, title: string) => {
      try {
        await act()
        tell({ intent: 'success', title, body: null, links: [] })
      } catch (error) {
        const { message, remedy } = problemOf(error)
        tell({ intent: 'error', title: message, body: remedy, links: [] })
      }
      await queries.invalidateQueries()
    },
    [queries, tell],
  )

  const runningKind = running?.kind ?? (starting ? 'starting' : null)
  const commands = useMemo<Commands>(() => {
    const possibility = (command: CommandName) => possibilityOf(command, { connection, running: runningKind, overview })
    return {
      possibility,
      tell,
      act(command) {
        const can = possibility(command)
        if (!can.possible) {
          const links = can.page === null ? [] : [{ label: told.settings, address: can.page }]
          return tell({ intent: 'info', title: can.why, body: can.remedy, links })
        }
        const page = pageOfCommand(command)
        if (page !== null) return goTo(page)
        switch (command) {
          case 'dry-run':
          case 'sync-full':
          case 'sync-incremental':
            return void start(command)
          case 'pause':
            return void change(() => api.pause.mutate(), told.paused)
          case 'resume':
            return void change(() => api.resume.mutate(), told.resumed)
          case 'mode-automatic':
            return void change(() => api.setMode.mutate({ mode: 'automatic' }), told.automatic)
          case 'mode-manual':
            return void change(() => api.setMode.mutate({ mode: 'manual' }), told.manual)
          case 'refresh':
            return void queries.invalidateQueries().then(() => {
              tell({ intent: 'info', title: told.refreshed, body: null, links: [] })
            })
          default:
        }
      },
    }
  }, [connection, runningKind, overview, tell, start, change, queries])

  // The native menu asks for the same.
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => window.desktop?.onCommand((command) => latest.current.act(command)), [])

  return <CommandsContext.Provider value={commands}>{children}</CommandsContext.Provider>
}

export function useCommands(): Commands {
  const commands = useContext(CommandsContext)
  if (commands === null) throw new Error('Commands are only to be had within the frame.')
  return commands
}

const runs = {
  'dry-run': () => api.dryRun.mutate({}),
  'sync-full': () => api.syncFull.mutate(),
  'sync-incremental': () => api.syncIncremental.mutate(),
} as const
