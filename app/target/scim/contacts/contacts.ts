import type { UserValues } from '../../../model/resource.ts'
import type { ContactCapabilities, Write, WriteResult } from '../../target.ts'
import type { Answer, LostAnswer } from '../http/answer.ts'
import type { Repeat } from '../http/scimClient.ts'
import type { JsonObject } from '../jsonObject.ts'
import type { Layout } from '../profile/layout.ts'

export type ContactCreate = Extract<Write, { kind: 'create-contact' }>
export type ContactUpdate = Extract<Write, { kind: 'update-contact' }>

/** The contacts of a store behind whichever interface it has for them. Every contact it gives has its id in `id`. */
export interface Contacts extends ContactCapabilities {
  readonly layout: Layout
  /** All contacts, each once. */
  pages(): AsyncIterable<readonly JsonObject[]>
  /** Every contact that has one of the names as e-mail address or display name, compared without case. */
  find(names: readonly string[]): AsyncIterable<readonly JsonObject[]>
  /** Null when it is not there. */
  read(id: string): Promise<JsonObject | null>
  count(): Promise<number>
  /** What is sent to create a contact. */
  body(values: UserValues): JsonObject
  create(body: string, beforeRepeat: () => Promise<Repeat>): Promise<Answer | LostAnswer>
  update(write: ContactUpdate, history: 'new' | 'maybe-sent'): Promise<WriteResult>
  delete(id: string): Promise<WriteResult>
}
