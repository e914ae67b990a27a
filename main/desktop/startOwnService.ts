import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { utilityProcess } from 'electron'
import { memoryFlags } from '../service/memoryFlags.ts'
import type { OwnService } from './serviceKeeper.ts'

export interface OwnServiceOptions {
  /** The program of the service: out/main/service.js. */
  readonly program: string
  readonly dataFolder: string
  /** The Node.js to run it with; null for that of Electron. */
  readonly node: string | null
}

/** Starts a service that ends with the window's process. */
export function startOwnService({ program, dataFolder, node }: OwnServiceOptions): OwnService {
  const words = ['--data-dir', dataFolder, '--wait-for-settings']
  return node === null ? inElectron(program, words) : inNode(node, program, words)
}

function inElectron(program: string, words: readonly string[]): OwnService {
  const child = utilityProcess.fork(program, [...words], {
    execArgv: [...memoryFlags],
    stdio: ['ignore', 'ignore', 'pipe'],
    serviceName: 'Directory Connector Service',
  })
  const said = lastWords(child.stderr)
  return {
    ended: new Promise((resolve) => child.once('exit', () => resolve(said()))),
    stop: () => child.postMessage('stop'),
  }
}

function inNode(node: string, program: string, words: readonly string[]): OwnService {
  const child = spawn(node, [...memoryFlags, program, ...words], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    windowsHide: true,
  })
  const said = lastWords(child.stderr)
  return {
    ended: once(child, 'close').then(
      () => said(),
      (error: Error) => error.message,
    ),
    stop: () => void (child.connected ? child.send('stop') : child.kill()),
  }
}

const mostCharacters = 2000

function lastWords(stream: NodeJS.ReadableStream | null): () => string {
  let text = ''
  stream?.on('data', (piece: Buffer) => {
    text = (text + piece.toString()).slice(-mostCharacters)
  })
  return () => text
}
