import { mkdirSync } from 'node:fs'
import type { Connector } from '../app/api/connector.ts'
import { openConnector } from '../app/api/openConnector.ts'
import type { FreshEvent } from '../app/api/service.ts'
import { attributeSource } from '../app/avatar/attributeSource.ts'
import type { PictureSource } from '../app/avatar/pictureSource.ts'
import { serverSource } from '../app/avatar/serverSource.ts'
import { observedState } from '../app/events/observedState.ts'
import type { Clock } from '../app/model/clock.ts'
import { ConnectorError } from '../app/model/error.ts'
import type { ProgressListener } from '../app/model/progress.ts'
import { readPem } from '../app/settings/readPem.ts'
import { readSecret } from '../app/settings/readSecret.ts'
import type { Settings, StoreSettings } from '../app/settings/schema.ts'
import { loadSettings } from '../app/settings/settingsFile.ts'
import { domainControllers } from '../app/source/ldap/discovery/domainControllers.ts'
import { ldapSource } from '../app/source/ldap/ldapSource.ts'
import type { Source } from '../app/source/source.ts'
import { openState } from '../app/state/sqlite/openState.ts'
import { translateSqliteError } from '../app/state/sqlite/translateSqliteError.ts'
import type { State } from '../app/state/state.ts'
import type { ScimAuth } from '../app/target/scim/connectionSettings.ts'
import { scimTarget } from '../app/target/scim/scimTarget.ts'
import type { Target } from '../app/target/target.ts'
import { protectPath } from './protectPath.ts'

export interface ConnectorOptions {
  readonly dataFolder: string
  /** `read` works beside another process that writes, and can only show what is recorded. */
  readonly access: 'read' | 'write'
  /** What is being done, for the message a second process gets. */
  readonly purpose: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  readonly progress: ProgressListener
  /** Aborts when the process is to end; left out, nothing does that. */
  readonly signal?: AbortSignal
  /** Sees every event that is recorded, while it is being recorded. */
  readonly observe?: (event: FreshEvent) => void
}

/** Puts the concrete parts together, for one command. */
export function composeConnector(options: ConnectorOptions): Connector {
  return composeParts(options).connector
}

/** Puts the concrete parts together: the only place that knows LDAP, SCIM and SQLite at once. */
export function composeParts({
  dataFolder,
  access,
  purpose,
  environment,
  clock,
  progress,
  signal = new AbortController().signal,
  observe,
}: ConnectorOptions): { readonly connector: Connector; readonly state: State } {
  const now = () => clock.now()
  const opened = openState({ folder: dataFolder, access, purpose, now: now() })
  const state = observe ? observedState(opened, observe) : opened
  if (access === 'write') state.runs.closeInterrupted(now())
  const connector = openConnector({
    dataFolder,
    loadSettings: () => loadSettings(dataFolder),
    state,
    openSource: (settings) => openSource(settings, dataFolder, environment),
    openTarget: (settings) => openTarget(settings, dataFolder, environment, clock),
    openPictures: (settings) => openPictures(settings, dataFolder, environment),
    lookUpControllers: domainControllers,
    protect: protectPath,
    now,
    progress,
    signal,
    translate: (error) => translateSqliteError(error, dataFolder),
  })
  return { connector, state }
}

/** Makes the data folder's state file when there is none. */
export function prepareDataFolder(dataFolder: string, now: Date): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw translateSqliteError(error, dataFolder)
  }
  openState({ folder: dataFolder, access: 'write', purpose: 'init', now }).close()
}

async function openSource(
  { directory }: Pick<Settings, 'directory'>,
  baseFolder: string,
  environment: ConnectorOptions['environment'],
): Promise<Source> {
  const { bind } = directory
  if (bind.method !== 'simple') return ldapSource({ ...directory, bind })
  const { value: password } = await readSecret(bind.password, baseFolder, environment)
  return ldapSource({ ...directory, bind: { method: 'simple', user: bind.user, password } })
}

async function openTarget(
  { store }: Pick<Settings, 'store'>,
  baseFolder: string,
  environment: ConnectorOptions['environment'],
  clock: Clock,
): Promise<Target> {
  const { caFile, auth: _, ...connection } = store
  const auth = await readAuth(store.auth, baseFolder, environment)
  const ca = caFile === undefined ? undefined : await readPem(caFile, baseFolder)
  return scimTarget({ ...connection, auth, ca }, { clock })
}

async function openPictures(
  { avatar }: Pick<Settings, 'avatar'>,
  baseFolder: string,
  environment: ConnectorOptions['environment'],
): Promise<PictureSource> {
  if (avatar === undefined) {
    throw new ConnectorError({
      side: 'settings',
      code: 'no-avatar-settings',
      message: 'The settings do not say where pictures of people are found.',
      remedy:
        'Write `avatar: { source: attribute, attribute: thumbnailPhoto }` into the settings, or a server with its pattern.',
      place: 'avatar',
    })
  }
  if (avatar.source === 'attribute') return attributeSource(avatar.attribute)
  const { pattern, credential, allowPrivateAddresses } = avatar
  const password = credential && (await readSecret(credential.password, baseFolder, environment))
  return serverSource(pattern, {
    credential: credential && password ? { user: credential.user, password: password.value } : null,
    addresses: allowPrivateAddresses ? 'any' : 'public',
  })
}

async function readAuth(
  auth: StoreSettings['auth'],
  baseFolder: string,
  environment: ConnectorOptions['environment'],
): Promise<ScimAuth> {
  if (auth.method === 'bearer') {
    const { value: token } = await readSecret(auth.token, baseFolder, environment)
    return { method: 'bearer', token }
  }
  const { value: clientSecret } = await readSecret(auth.clientSecret, baseFolder, environment)
  return { ...auth, clientSecret }
}
