import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** How much a data folder holds, in bytes. */
export interface DiskUse {
  readonly state: number
  readonly scratch: number
}

/** What a data folder holds now, and the most that it has held while `work` ran. */
export async function withDiskUse<Value>(
  folder: string,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly most: DiskUse; readonly after: DiskUse }> {
  let most = diskUse(folder)
  const look = () => {
    const { state, scratch } = diskUse(folder)
    most = { state: Math.max(most.state, state), scratch: Math.max(most.scratch, scratch) }
  }
  const timer = setInterval(look, 100)
  try {
    const value = await work()
    return { value, most, after: diskUse(folder) }
  } finally {
    clearInterval(timer)
  }
}

function diskUse(folder: string): DiskUse {
  let [state, scratch] = [0, 0]
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = statSync(join(folder, name), { throwIfNoEntry: false })
    if (!file?.isFile()) continue
    if (name.startsWith('scratch')) scratch += file.size
    else state += file.size
  }
  return { state, scratch }
}
