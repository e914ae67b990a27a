import { dnKey, isAtOrBelow } from '../model/dn.ts'
import type { Finding } from '../model/finding.ts'
import type { DirectorySettings, Settings } from './schema.ts'

/** What is allowed and still should be known before it is relied on (DC-2, DC-9, DC-13). Empty when all is well. */
export function settingsWarnings(settings: Settings): readonly Finding[] {
  return [
    ...ofDirectory(settings.directory),
    ...ofStore('store.url', settings.store.url),
    ...(settings.store.auth.method === 'clientCredentials'
      ? ofStore('store.auth.tokenUrl', settings.store.auth.tokenUrl)
      : []),
    ...ofSelection(settings),
    ...ofAvatar(settings.avatar),
  ]
}

function ofDirectory({ servers, startTls, tls, bind }: DirectorySettings): readonly Finding[] {
  const findings: Finding[] = []
  if (servers.some((server) => server.startsWith('ldap://')) && !startTls) {
    const risk = {
      simple: 'The password of the bind and every entry cross the network readable by anyone on the way.',
      anonymous: 'Every entry crosses the network readable, and changeable, by anyone on the way.',
      external: 'Every entry crosses the network readable by anyone on the way.',
    }[bind.method]
    findings.push(
      warning('directory.servers', `The connection is not encrypted. ${risk}`, {
        remedy: 'Write ldaps:// servers, or set directory.startTls to true.',
      }),
    )
    const unused = (['caFile', 'serverName', 'certificateFile'] as const).filter((name) => tls[name] !== undefined)
    if (unused.length > 0)
      findings.push(
        warning('directory.tls', `Without encryption ${unused.join(' and ')} has no effect.`, {
          remedy: 'Write ldaps:// servers, or set directory.startTls to true.',
        }),
      )
  } else if (!tls.verify)
    findings.push(
      warning(
        'directory.tls.verify',
        'The certificate of the directory is not verified: anyone on the way can pass for the directory, read the password of the bind, and make people appear or vanish.',
        {
          remedy:
            'Set directory.tls.verify to true, and name the authority of the certificate in directory.tls.caFile.',
        },
      ),
    )
  return findings
}

function ofStore(subject: string, url: string): readonly Finding[] {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:' || isLoopback(hostname)) return []
  return [
    warning(subject, `The connection to ${hostname} is not encrypted: the token and every person cross it readable.`, {
      remedy: `Write an https:// address in ${subject}.`,
    }),
  ]
}

function ofSelection({ selection }: Settings): readonly Finding[] {
  const findings: Finding[] = []
  const { users, rooms, groups, contacts } = selection
  if (![users, rooms, groups, contacts].some(({ enabled }) => enabled))
    findings.push(
      warning('selection', 'Neither users, rooms, groups nor contacts are selected: there is nothing to keep equal.', {
        remedy: 'Set enabled to true for one of them, like selection.users.enabled.',
      }),
    )
  if (rooms.enabled && !users.enabled)
    findings.push(
      warning(
        'selection.rooms',
        'Rooms are selected without users: all other people who were synchronized before count as having left.',
        {
          remedy: 'Set selection.users.enabled to true, unless rooms alone are wanted.',
        },
      ),
    )
  if (!rooms.enabled && rooms.attributes.length > 0)
    findings.push(
      warning('selection.rooms.attributes', 'Rooms are not identified, so that these attributes have no effect.', {
        remedy: 'Set selection.rooms.enabled to true, or remove selection.rooms.attributes.',
      }),
    )
  const bases = selection.baseDns.map(dnKey)
  for (const dn of selection.excludeDns) {
    const key = dnKey(dn)
    if (bases.some((base) => isAtOrBelow(key, base))) continue
    findings.push(
      warning('selection.excludeDns', `"${dn}" lies below no base DN: leaving it out has no effect.`, {
        remedy: 'Correct the DN, or remove it from selection.excludeDns.',
      }),
    )
  }
  return findings
}

function ofAvatar(avatar: Settings['avatar']): readonly Finding[] {
  if (avatar?.source !== 'server' || avatar.credential === undefined) return []
  const server = /^http:\/\/[^/?]*/i.exec(avatar.pattern)?.[0]
  if (server === undefined || isLoopback(new URL(server).hostname)) return []
  return [
    warning('avatar.pattern', 'The password of avatar.credential crosses the network readable by anyone on the way.', {
      remedy: 'Write an https:// address in avatar.pattern.',
    }),
  ]
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function warning(subject: string, message: string, { remedy }: { readonly remedy: string }): Finding {
  return { level: 'warning', side: 'settings', subject, message, remedy }
}
