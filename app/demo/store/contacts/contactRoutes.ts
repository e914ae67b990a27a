import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Faults } from '../faults/faults.ts'
import { isJsonObject } from '../json.ts'
import { ScimError } from '../scimError.ts'
import { deleteContacts, saveContacts } from './contactBulk.ts'
import { ContactError } from './contactError.ts'
import { contactSchema } from './contactFields.ts'
import type { ContactService } from './contactService.ts'

export interface ContactRouteParts {
  readonly contacts: ContactService
  readonly orgId: string
  readonly faults: Faults
}

const contactsPerPage = { default: 100, maximum: 1000 }

function idOf({ params }: FastifyRequest): string {
  return isJsonObject(params) ? String(params.id) : ''
}

function checkSchemas(body: unknown): void {
  if (isJsonObject(body) && body.schemas === contactSchema) return
  throw new ContactError(400, 'invalid.value', `The body must hold schemas, the text ${contactSchema}.`)
}

function wholeNumber(name: string, value: unknown, missing: number): number {
  if (value === undefined || value === '') return missing
  const number = Number(value)
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new ContactError(400, 'invalid.value', `${name} must be a whole number from 0.`)
}

function search({ contacts, faults }: ContactRouteParts, { query }: FastifyRequest): object {
  const { keyword = '', source, limit, start } = isJsonObject(query) ? query : {}
  const asked = Math.min(wholeNumber('limit', limit, contactsPerPage.default), contactsPerPage.maximum)
  return contacts.search(
    { keyword: String(keyword), ...(source === undefined || source === '' ? {} : { source: String(source) }) },
    wholeNumber('start', start, 0),
    Math.min(asked, faults.shortPages ?? asked),
  )
}

function statusOf(error: unknown): number {
  if (error instanceof ContactError || error instanceof ScimError) return error.status
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
}

/** Errors of this interface, refused tokens and faults included: `{message, errors: [{description}], trackingId}`. */
function addErrorShape(scope: FastifyInstance): void {
  scope.setErrorHandler((error, _request, reply) => {
    const message = error instanceof Error ? error.message : String(error)
    const trackingId = `STORE_${randomUUID()}`
    return reply
      .code(statusOf(error))
      .header('trackingid', trackingId)
      .send({ message, errors: [{ description: message }], trackingId })
  })
  scope.setNotFoundHandler(({ method, url }) => {
    throw new ContactError(404, 'not.found', `There is no ${method} ${url.split('?')[0]}.`)
  })
}

/** The contacts interface of one organization, which is plain JSON and not SCIM; below `contactsPath`. */
export function addContactRoutes(scope: FastifyInstance, parts: ContactRouteParts): void {
  const { contacts, orgId } = parts
  addErrorShape(scope)
  scope.get('/contacts/search', (request) => search(parts, request))
  scope.post('/contacts/bulk', ({ body }) => ({ ...saveContacts(contacts, body), orgId }))
  scope.post('/contacts/bulk/delete', ({ body }, reply) => {
    deleteContacts(contacts, body)
    return reply.code(204).send()
  })
  scope.post('/contacts', ({ body }, reply) => {
    checkSchemas(body)
    return reply.code(201).send(contacts.create(body))
  })
  scope.get('/contacts/:id', (request) => contacts.read(idOf(request)))
  scope.patch('/contacts/:id', (request) => contacts.update(idOf(request), request.body))
  scope.delete('/contacts/:id', (request, reply) => {
    contacts.delete(idOf(request))
    return reply.code(204).send()
  })
}
