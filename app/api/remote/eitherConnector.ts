import type { Connector } from '../connector.ts'

/** What is done at once in this process, and has to be waited for when a service does it. */
type Waited = 'retrySetAside' | 'pause' | 'resume' | 'setMode'

type Awaitable<Method> = Method extends (...parameters: infer Parameters) => infer Result
  ? (...parameters: Parameters) => Result | Promise<Result>
  : never

/** A connector that works in this process, or one that stands for a running service. */
export type EitherConnector = Omit<Connector, Waited> & { readonly [Name in Waited]: Awaitable<Connector[Name]> }
