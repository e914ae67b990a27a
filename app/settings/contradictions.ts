import type { DirectorySettings } from './schema.ts'
import type { SettingsProblem } from './settingsProblem.ts'

/** Settings of the directory that are right one by one and wrong together; paths start at `directory`. */
export function contradictions({
  type,
  servers,
  domain,
  startTls,
  tls,
  bind,
}: DirectorySettings): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = []
  if (domain !== undefined && type !== 'ad-ds')
    problems.push({
      path: ['domain'],
      message: `needs type ad-ds, not ${type}: only AD DS names its controllers in DNS; list directory.servers instead`,
    })
  else if (servers.length === 0 && domain === undefined)
    problems.push({
      path: ['servers'],
      message: 'must name at least one, or (with type ad-ds) directory.domain the domain whose controllers to look up',
    })
  const encrypted = servers.filter((server) => server.startsWith('ldaps://')).length
  if (encrypted > 0 && encrypted < servers.length)
    problems.push({
      path: ['servers'],
      message: `must all be ldaps:// or all ldap://: ${encrypted} of ${servers.length} are ldaps://`,
    })
  else if (startTls && encrypted > 0)
    problems.push({
      path: ['startTls'],
      message: 'must be false with ldaps:// servers: these are encrypted from the first byte, StartTLS is for ldap://',
    })
  if ((tls.certificateFile === undefined) !== (tls.keyFile === undefined)) {
    const missing = tls.keyFile === undefined ? 'keyFile' : 'certificateFile'
    const given = tls.keyFile === undefined ? 'certificateFile' : 'keyFile'
    problems.push({ path: ['tls', missing], message: `is missing: ${given} needs it` })
  } else if (bind.method === 'external' && tls.certificateFile === undefined)
    problems.push({
      path: ['bind', 'method'],
      message: 'external needs directory.tls.certificateFile and directory.tls.keyFile: the certificate is who binds',
    })
  if (bind.method === 'external' && servers.length > 0 && encrypted === 0 && !startTls)
    problems.push({
      path: ['bind', 'method'],
      message: 'external needs TLS: write ldaps:// servers, or startTls: true',
    })
  return problems
}
