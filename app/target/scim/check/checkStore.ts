import type { Clock } from '../../../model/clock.ts'
import { ConnectorError } from '../../../model/error.ts'
import type { Finding } from '../../../model/finding.ts'
import type { ScimConnectionSettings } from '../connectionSettings.ts'
import { contactsOf } from '../contacts/contactsOf.ts'
import { discoverFeatures } from '../discoverFeatures.ts'
import { getJson } from '../http/getJson.ts'
import { impatientRetryPolicy } from '../http/retryPolicy.ts'
import { type ScimClient, scimClient } from '../http/scimClient.ts'
import { pictureForm } from '../pictureForm.ts'
import type { StoreFeatures } from '../profile/profile.ts'
import { profiles } from '../profile/profiles.ts'
import { newExperience, type Store } from '../store.ts'
import { checkName } from './checkName.ts'
import { checkTls } from './checkTls.ts'
import { featureFindings } from './featureFindings.ts'
import { finding } from './finding.ts'

/**
 * Tries the store step by step with a connection of its own, and stops where going on would only repeat the same
 * failure. Never throws for what it finds.
 */
export async function* checkStore(
  settings: ScimConnectionSettings,
  parts: { readonly clock: Clock; readonly random: () => number },
): AsyncGenerator<Finding, void, void> {
  const profile = profiles[settings.profile]
  const url = profile.serviceUrl(new URL(settings.url))
  const name = await checkName(url)
  yield name
  if (name.level === 'error') return
  const tls = await checkTls(url, settings.ca, parts.clock)
  yield tls
  if (tls.level === 'error') return
  const client = scimClient(settings, url, { ...parts, policy: impatientRetryPolicy })
  try {
    yield* checkService(client, settings)
  } finally {
    await client.close()
  }
}

async function* checkService(
  client: ScimClient,
  settings: ScimConnectionSettings,
): AsyncGenerator<Finding, void, void> {
  const profile = profiles[settings.profile]
  const users = await attempt('users', () => getJson(client, '/Users?startIndex=1&count=1'))
  if (users.kind === 'failed') {
    const isTokenProblem = users.code === 'unauthorized'
    yield { ...users.finding, subject: isTokenProblem ? 'token' : 'users' }
    return
  }
  yield finding('ok', 'token', 'The store accepts the token.', '')
  yield finding('ok', 'users', 'Users can be read.', '')
  const features = await attempt<StoreFeatures>('discovery', async () =>
    profile.features === 'discovered' ? discoverFeatures(client, profile) : profile.features,
  )
  if (features.kind === 'failed') {
    yield features.finding
    return
  }
  if (features.value.groups !== 'none') {
    const groups = await attempt('groups', () => getJson(client, '/Groups?startIndex=1&count=1'))
    yield groups.kind === 'failed' ? groups.finding : finding('ok', 'groups', 'Groups can be read.', '')
  }
  const store: Store = {
    client,
    profile,
    features: features.value,
    pictures: pictureForm(settings, profile, features.value),
    pageSize: settings.pageSize,
    concurrency: 1,
    experience: newExperience(),
  }
  yield* await checkContacts(store)
  yield* featureFindings(store)
}

/** Contacts need a permission of their own, which a token can do without as long as they are not synchronized. */
async function checkContacts(store: Store): Promise<Finding[]> {
  const contacts = contactsOf(store)
  if (contacts === null) return []
  const counted = await attempt('contacts', () => contacts.count())
  if (counted.kind === 'failed') return [{ ...counted.finding, level: 'warning' }]
  const limit = contacts.atMost === null ? '' : `, at most ${contacts.atMost}`
  return [finding('ok', 'contacts', `Contacts can be read: ${counted.value}${limit}.`, '')]
}

type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly code: string; readonly finding: Finding }

async function attempt<T>(subject: string, action: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { kind: 'done', value: await action() }
  } catch (failure) {
    if (!(failure instanceof ConnectorError)) throw failure
    return { kind: 'failed', code: failure.code, finding: finding('error', subject, failure.message, failure.remedy) }
  }
}
