import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { electronRuntime } from './electronRuntime.ts'
import { windowsNode } from './windowsNode.ts'

/** A real program that tests run against. */
export const services = ['slapd', 'samba', 'ldapsearch', 'Windows', 'Electron', 'Chromium'] as const
export type Service = (typeof services)[number]

const programs: Readonly<Record<Service, readonly string[]>> = {
  slapd: ['slapd', 'slapadd', 'openssl'],
  samba: ['samba', 'samba-tool', 'ldbadd', 'ldbmodify', 'ldapsearch', 'tar'],
  ldapsearch: ['ldapsearch'],
  Windows: ['wine64', 'wineserver'],
  Chromium: ['chromium'],
  Electron: ['Xvfb'],
}

/** Why `service` cannot be started here, as a sentence; undefined when it can. */
export function whyNotInstalled(service: Service): string | undefined {
  const missing = programs[service].filter((program) => findProgram(program) === undefined)
  if (missing.length > 0) return `${missing.join(', ')} not found; ${installer(service)} installs it.`
  if (service === 'Windows' && !existsSync(windowsNode))
    return `Node.js for Windows not found; ${installer(service)} downloads it.`
  if (service === 'Electron' && !existsSync(electronRuntime))
    return `The runtime of Electron not found; ${installer(service)} downloads it.`
  if (service === 'samba' && process.getuid?.() !== 0) return 'A Samba domain controller needs root.'
  return undefined
}

function installer(service: Service): string {
  const scripts: Partial<Record<Service, string>> = { Windows: 'installWindows', Electron: 'installElectron' }
  return `test/services/${scripts[service] ?? 'installServices'}.sh`
}

/** The services that can be started here. */
export function installedServices(): readonly Service[] {
  return services.filter((service) => whyNotInstalled(service) === undefined)
}

/** Full path of a program; Debian keeps servers in folders that are not in everybody's PATH. */
export function findProgram(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/lib/wine']
  return folders.map((folder) => join(folder, program)).find(isExecutable)
}

/** Full path of a program that must be there; throws when it is not. */
export function requireProgram(program: string): string {
  const path = findProgram(program)
  if (path === undefined)
    throw new Error(`${program} is not installed: run the scripts in test/services that install it.`)
  return path
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
