import { z } from 'zod'
import { dnKey } from '../../../model/dn.ts'
import type { ChangeEvent } from '../../tracking.ts'
import { type ChangeFeed, type FeedEvent, unreadablePosition } from './changeFeed.ts'
import { parsePosition } from './parsePosition.ts'

/** What is told of one naming context: ends with `reached` or `lost`, or after a gap with nothing. */
export type ContextEvent<State> =
  | Exclude<ChangeEvent, { readonly kind: 'end' }>
  | { readonly kind: 'reached'; readonly state: State; readonly deletions: 'told' | 'untold' }

/** A way to find changes that goes through naming contexts one by one. */
export interface ContextWay<State> extends Pick<ChangeFeed, 'method' | 'explanation'> {
  readonly contextDns: readonly string[]
  /** The form of a state as it is stored. */
  readonly stateSchema: z.ZodType<State>
  /** Where a naming context is now. */
  present(contextDn: string): Promise<State>
  changesSince(contextDn: string, state: State): AsyncIterable<ContextEvent<State>>
}

/** A feed whose position holds one state for each naming context. */
export function contextFeed<State>(way: ContextWay<State>): ChangeFeed {
  const schema = z.strictObject({
    contexts: z.array(z.strictObject({ contextDn: z.string(), state: way.stateSchema })),
  })
  const format = (states: ReadonlyMap<string, State>) =>
    JSON.stringify({ contexts: [...states].map(([contextDn, state]) => ({ contextDn, state })) })

  return {
    method: way.method,
    explanation: way.explanation,
    async position() {
      const states = new Map<string, State>()
      for (const contextDn of way.contextDns) states.set(contextDn, await way.present(contextDn))
      return format(states)
    },
    async *changesSince(text): AsyncGenerator<FeedEvent, void, void> {
      const known = parsePosition(schema, text)
      if (known === undefined) {
        yield unreadablePosition
        return
      }
      const stored = new Map(known.contexts.map(({ contextDn, state }) => [dnKey(contextDn), { state }]))
      const reached = new Map<string, State>()
      let deletions: 'told' | 'untold' = 'told'
      let gaps = 0
      for (const contextDn of way.contextDns) {
        const since = stored.get(dnKey(contextDn))
        if (since === undefined) {
          yield { kind: 'lost', message: `The changes of ${contextDn} were not followed until now.` }
          return
        }
        for await (const event of way.changesSince(contextDn, since.state)) {
          if (event.kind === 'reached') {
            reached.set(contextDn, event.state)
            if (event.deletions === 'untold') deletions = 'untold'
            continue
          }
          yield event
          if (event.kind === 'lost') return
          if (event.kind === 'gap') gaps += 1
        }
      }
      const isWhole = gaps === 0 && reached.size === way.contextDns.length
      yield { kind: 'end', position: isWhole ? format(reached) : text, deletions: isWhole ? deletions : 'untold' }
    },
  }
}
