import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { AUTHORITATIVE_ANSWER, decode, encode, type SrvAnswer } from 'dns-packet'

/** What a name server does with a question for SRV records. */
export type DnsAnswer =
  | { readonly kind: 'records'; readonly records: readonly SrvAnswer['data'][] }
  /** NXDOMAIN: there is no such name. */
  | { readonly kind: 'no-such-name' }
  /** SERVFAIL. */
  | { readonly kind: 'failure' }
  | { readonly kind: 'silence' }

export interface DnsServer {
  /** By name; a name that is not here does not exist. From the next question on. */
  readonly answers: Map<string, DnsAnswer>
  /** Every name that was asked for, in order. */
  readonly questions: readonly string[]
  /** A new resolver that asks only this server, once. */
  readonly resolver: () => Resolver
  readonly close: () => Promise<void>
}

/** The response codes of RFC 1035 4.1.1. */
const responseCodes = { records: 0, failure: 2, 'no-such-name': 3 } as const

/** Starts a name server over UDP on 127.0.0.1. */
export async function startDnsServer(): Promise<DnsServer> {
  const answers = new Map<string, DnsAnswer>()
  const questions: string[] = []
  const socket = createSocket('udp4', (message, { address, port }) => {
    const query = decode(message)
    const name = query.questions?.[0]?.name ?? ''
    questions.push(name)
    const answer = answers.get(name) ?? { kind: 'no-such-name' }
    if (answer.kind === 'silence') return
    const records = answer.kind === 'records' ? answer.records : []
    const response = encode({
      type: 'response',
      id: query.id ?? 0,
      flags: AUTHORITATIVE_ANSWER | responseCodes[answer.kind],
      questions: query.questions ?? [],
      answers: records.map((data) => ({ type: 'SRV', name, ttl: 600, data })),
    })
    socket.send(response, port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  return {
    answers,
    questions,
    resolver() {
      const resolver = new Resolver({ timeout: 5000, tries: 1 })
      resolver.setServers([`127.0.0.1:${port}`])
      return resolver
    },
    async close() {
      socket.close()
      await once(socket, 'close')
    },
  }
}
