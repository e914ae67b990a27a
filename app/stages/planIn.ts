import type { Workspace } from '../state/workspace.ts'
import type { Planned } from './planned.ts'

/** Plans in a workspace, which is forgotten when that fails, and otherwise with the plan. */
export async function planIn(
  workspace: Workspace,
  work: () => Promise<Omit<Planned, typeof Symbol.dispose>>,
): Promise<Planned> {
  using stack = new DisposableStack()
  stack.use(workspace)
  const planned = await work()
  const kept = stack.move()
  return { ...planned, [Symbol.dispose]: () => kept.dispose() }
}
