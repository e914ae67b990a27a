import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createServer } from 'vite'

/** `npm run dev`: the page with live reload, and the types of the whole tree checked after each change. */
const server = await createServer({ configFile: resolve(import.meta.dirname, 'vite.renderer.ts') })
await server.listen()
server.printUrls()

const tsc = resolve(import.meta.dirname, '../node_modules/typescript/bin/tsc')
const types = spawn(process.execPath, [tsc, '--watch', '--preserveWatchOutput'], {
  stdio: ['ignore', 'inherit', 'inherit'],
})

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    types.kill()
    void server.close()
  })
