import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import { type SecureContext, TLSSocket } from 'node:tls'
import { ProtocolOperation } from 'ldapts'
import { assertNever } from '../../model/assertNever.ts'
import { dnKey } from '../../model/dn.ts'
import { beginSearch } from './beginSearch.ts'
import { externalBind, simpleBind } from './bind.ts'
import { netbiosDomain } from './bindAccount.ts'
import { type ChangeRequest, changeEntries, holdsValue } from './changeEntries.ts'
import { anonymous, type DirectoryService, type Identity } from './directoryService.ts'
import { LdapFailure } from './ldapFailure.ts'
import { startTlsOid, supportedControls, whoAmIOid } from './rootDse.ts'
import { sendPage } from './searchPage.ts'
import type { SearchRun } from './searchRun.ts'
import { MessageFramer } from './wire/messageFramer.ts'
import { type LdapMessage, type LdapRequest, readMessage, type SearchRequest } from './wire/readMessage.ts'
import { type LdapResult, writeExtendedResult, writeResult } from './wire/writeResponse.ts'

const noticeOfDisconnection = '1.3.6.1.4.1.1466.20036'

const responseOperations = {
  add: ProtocolOperation.LDAP_RES_ADD,
  modify: ProtocolOperation.LDAP_RES_MODIFY,
  delete: ProtocolOperation.LDAP_RES_DELETE,
  move: ProtocolOperation.LDAP_RES_MODRDN,
} as const

/** One client of the embedded directory, from its first byte to its last. */
export class LdapConnection {
  readonly #service: DirectoryService
  readonly #secureContext: SecureContext | undefined
  #socket: Socket
  #identity: Identity = anonymous
  /** Paged searches that wait for their next page, by cookie. */
  readonly #waiting = new Map<string, SearchRun>()
  readonly #abandoned = new Set<number>()

  /** With `secureContext`, StartTLS is offered on a plain socket. */
  constructor(service: DirectoryService, socket: Socket, secureContext?: SecureContext) {
    this.#service = service
    this.#secureContext = secureContext
    this.#socket = socket
    this.#listen()
  }

  #listen(): void {
    const framer = new MessageFramer()
    this.#socket.on('error', () => this.#socket.destroy())
    this.#socket.on('data', (chunk) => {
      try {
        for (const bytes of framer.push(chunk)) this.#handle(readMessage(bytes))
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        this.#socket.end(writeExtendedResult(0, { code: 'protocolError', message }, noticeOfDisconnection))
      }
    })
  }

  #handle({ messageId, request, criticalControls }: LdapMessage): void {
    if (request.kind === 'unbind') {
      this.#socket.end()
      return
    }
    if (request.kind === 'abandon') {
      this.#abandoned.add(request.messageId)
      return
    }
    const supported = supportedControls[this.#service.tree.kind]
    const unknown = criticalControls.find((oid) => !supported.includes(oid))
    if (unknown !== undefined) {
      const message = `The control ${unknown} is not supported.`
      this.#answer(messageId, request, { code: 'unavailableCriticalExtension', message })
      return
    }
    try {
      this.#carryOut(messageId, request)
    } catch (error) {
      this.#answer(messageId, request, toResult(error))
    }
  }

  #carryOut(messageId: number, request: Exclude<LdapRequest, { kind: 'unbind' | 'abandon' }>): void {
    const service = this.#service
    switch (request.kind) {
      case 'simple-bind':
        this.#identity = anonymous
        this.#identity = simpleBind(service, request.name, request.password, this.#transport)
        break
      case 'sasl-bind': {
        this.#identity = anonymous
        const certificate = this.#socket instanceof TLSSocket ? this.#socket.getPeerCertificate() : undefined
        this.#identity = externalBind(service, request.mechanism, certificate)
        break
      }
      case 'search':
        this.#search(messageId, request)
        return
      case 'add':
      case 'modify':
      case 'delete':
      case 'move':
        changeEntries(service, this.#identity, request satisfies ChangeRequest)
        break
      case 'compare': {
        const holds = holdsValue(service.tree.existing(request.dn), request.attribute, request.value)
        this.#answer(messageId, request, { code: holds === 'yes' ? 'compareTrue' : 'compareFalse' })
        return
      }
      case 'extended':
        this.#extend(messageId, request.oid)
        return
      case 'unknown':
        throw new Error(`There is no request 0x${request.tag.toString(16)}.`)
      default:
        assertNever(request)
    }
    this.#answer(messageId, request, { code: 'success' })
  }

  get #transport(): 'plain' | 'tls' {
    return this.#socket instanceof TLSSocket ? 'tls' : 'plain'
  }

  #search(messageId: number, request: SearchRequest): void {
    this.#service.searches += 1
    if (request.paged !== undefined && request.paged.size === 0) {
      this.#waiting.delete(request.paged.cookie)
      this.#answer(messageId, request, { code: 'success' }, '')
      return
    }
    const run = this.#resume(request) ?? beginSearch(this.#service, this.#identity, request)
    this.#sendPage(messageId, run).catch((error: unknown) => this.#answer(messageId, request, toResult(error)))
  }

  /** The search that a cookie goes on with; undefined for a new search. */
  #resume({ paged }: SearchRequest): SearchRun | undefined {
    if (paged === undefined || paged.cookie === '') return undefined
    const run = this.#waiting.get(paged.cookie)
    this.#waiting.delete(paged.cookie)
    if (run === undefined || this.#service.limits.pagedCookies === 'refused') {
      throw new LdapFailure('unwillingToPerform', 'The cookie of the paged search is not accepted.')
    }
    return run
  }

  async #sendPage(messageId: number, run: SearchRun): Promise<void> {
    const socket = this.#socket
    const end = await sendPage(this.#service, socket, messageId, run, () => this.#abandoned.has(messageId))
    this.#abandoned.delete(messageId)
    const { request } = run
    if (end.kind === 'given-up') return
    if (end.kind === 'cut') {
      socket.write(Buffer.alloc(0), () => socket.destroy())
      return
    }
    if (end.kind === 'result') {
      this.#answer(messageId, request, end.result, request.paged === undefined ? undefined : '')
      return
    }
    const cookie = randomBytes(8).toString('latin1')
    this.#waiting.set(cookie, run)
    this.#answer(messageId, request, { code: 'success' }, cookie)
  }

  #extend(messageId: number, oid: string): void {
    if (oid === whoAmIOid) {
      this.#socket.write(writeExtendedResult(messageId, { code: 'success' }, '', this.#whoAmI()))
      return
    }
    if (oid !== startTlsOid) throw new LdapFailure('protocolError', `The operation ${oid} is not supported.`)
    if (this.#transport === 'tls') throw new LdapFailure('operationsError', 'TLS is on already.')
    if (this.#secureContext === undefined) throw new LdapFailure('protocolError', 'TLS is not available.')
    const plain = this.#socket
    plain.removeAllListeners('data')
    plain.pause()
    plain.write(writeExtendedResult(messageId, { code: 'success' }, oid))
    const options = { isServer: true, secureContext: this.#secureContext, requestCert: true, rejectUnauthorized: false }
    this.#socket = new TLSSocket(plain, options)
    this.#listen()
  }

  /** RFC 4532; AD DS names the account as `u:DOMAIN\user`. */
  #whoAmI(): string {
    const { tree } = this.#service
    if (this.#identity.kind === 'anonymous') return ''
    const [name] = tree.find(dnKey(this.#identity.dn))?.texts('sAMAccountName') ?? []
    return tree.kind === 'ad-ds' && name !== undefined ? `u:${netbiosDomain(tree)}\\${name}` : `dn:${this.#identity.dn}`
  }

  #answer(messageId: number, request: LdapRequest, result: LdapResult, pagedCookie?: string): void {
    if (!this.#socket.destroyed) this.#socket.write(encodeAnswer(messageId, request, result, pagedCookie))
  }
}

function encodeAnswer(messageId: number, request: LdapRequest, result: LdapResult, pagedCookie?: string): Buffer {
  switch (request.kind) {
    case 'simple-bind':
    case 'sasl-bind':
      return writeResult(messageId, ProtocolOperation.LDAP_RES_BIND, result)
    case 'search':
      return writeResult(messageId, ProtocolOperation.LDAP_RES_SEARCH, result, pagedCookie)
    case 'compare':
      return writeResult(messageId, ProtocolOperation.LDAP_RES_COMPARE, result)
    case 'add':
    case 'modify':
    case 'delete':
    case 'move':
      return writeResult(messageId, responseOperations[request.kind], result)
    case 'extended':
      return writeExtendedResult(messageId, result, '')
    case 'unbind':
    case 'abandon':
    case 'unknown':
      return writeExtendedResult(0, { code: 'protocolError' }, noticeOfDisconnection)
    default:
      return assertNever(request)
  }
}

function toResult(error: unknown): LdapResult {
  if (error instanceof LdapFailure) {
    return { code: error.code, message: error.message, matchedDn: error.matchedDn, urls: error.urls }
  }
  return { code: 'other', message: error instanceof Error ? error.message : String(error) }
}
