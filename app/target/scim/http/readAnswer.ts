import type { Dispatcher } from 'undici'
import { ConnectorError } from '../../../model/error.ts'
import { jsonObject, jsonText } from '../jsonObject.ts'
import type { Answer } from './answer.ts'
import { shownDetail } from './shownDetail.ts'

/**
 * Reads the body. JSON is recognised by what it is, not only by its content type.
 *
 * Throws ConnectorError `not-scim` for a success, or a redirection, that is not JSON.
 */
export async function readAnswer(response: Dispatcher.ResponseData, place: string, retries: number): Promise<Answer> {
  const status = response.statusCode
  const contentType = header(response, 'content-type') ?? ''
  const location = header(response, 'location')
  const text = await response.body.text()
  const parsed = parse(text)
  if (parsed === 'not-json' && status < 300) throw notScim(status, contentType, text, place)
  if (status >= 300 && status < 400) throw notScim(status, contentType, `to ${location ?? 'nowhere'}`, place)
  const body = parsed === 'not-json' ? null : jsonObject(parsed)
  const said = jsonText(body?.detail) ?? jsonText(body?.message) ?? (status >= 400 ? firstWords(text) : '')
  const detail = shownDetail(said)
  return { kind: 'answer', status, body, location, scimType: jsonText(body?.scimType), detail, retries }
}

export function header(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

function parse(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return 'not-json'
  }
}

function notScim(status: number, contentType: string, text: string, place: string): ConnectorError {
  return new ConnectorError({
    side: 'store',
    code: 'not-scim',
    message:
      status >= 300
        ? `The store answered with a redirection (${status}) ${text}.`
        : `The store answered ${contentType === '' ? 'something' : contentType} instead of SCIM JSON: "${firstWords(text)}".`,
    remedy:
      'Check the address of the store: it must be the base of the SCIM service, not a web page or a sign-in page.',
    place,
  })
}

/** The first words that a person would see: without the head, tags and runs of spaces. */
export function firstWords(text: string): string {
  const words = text
    .slice(0, 4000)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > 120 ? `${words.slice(0, 119)}…` : words
}
