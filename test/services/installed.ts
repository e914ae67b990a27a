import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A real program that tests run against. */
export const services = ['slapd', 'samba', 'ldapsearch'] as const
export type Service = (typeof services)[number]

const programs: Readonly<Record<Service, readonly string[]>> = {
  slapd: ['slapd', 'slapadd', 'openssl'],
  samba: ['samba', 'samba-tool', 'ldbadd', 'ldbmodify', 'ldapsearch', 'tar'],
  ldapsearch: ['ldapsearch'],
}

/** Why `service` cannot be started here, as a sentence; undefined when it can. */
export function whyNotInstalled(service: Service): string | undefined {
  const missing = programs[service].filter((program) => findProgram(program) === undefined)
  if (missing.length > 0) return `${missing.join(', ')} not found; test/services/installServices.sh installs it.`
  if (service === 'samba' && process.getuid?.() !== 0) return 'A Samba domain controller needs root.'
  return undefined
}

/** The services that can be started here. */
export function installedServices(): readonly Service[] {
  return services.filter((service) => whyNotInstalled(service) === undefined)
}

/** Full path of a program; Debian keeps servers in folders that are not in everybody's PATH. */
export function findProgram(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders.map((folder) => join(folder, program)).find(isExecutable)
}

/** Full path of a program that must be there; throws when it is not. */
export function requireProgram(program: string): string {
  const path = findProgram(program)
  if (path === undefined) throw new Error(`${program} is not installed: run test/services/installServices.sh.`)
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
