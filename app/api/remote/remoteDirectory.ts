import type { DirectoryBrowser } from '../directory/directoryBrowser.ts'
import type { ApiClient } from './apiClient.ts'
import { answered } from './remoteAnswer.ts'

/** Looking into the directory from where a running service stands, with its secrets. Throws as `remoteConnector`. */
export function remoteDirectory({ directory }: ApiClient, options: { readonly signal: AbortSignal }): DirectoryBrowser {
  return {
    answer: (draft) => answered(directory.answer.query({ draft }, options)),
    controllers: (domain) => answered(directory.controllers.query({ domain }, options)),
    containers: (draft, parentDn) => answered(directory.containers.query({ draft, parentDn }, options)),
    count: (draft, kind, upTo) => answered(directory.count.query({ draft, kind, upTo }, options)),
    attributes: (draft) => answered(directory.attributes.query({ draft }, options)),
    samples: (draft, text) => answered(directory.samples.query({ draft, text }, options)),
    map: (draft, who) => answered(directory.map.query({ draft, who }, options)),
    picture: (draft, who) => answered(directory.picture.query({ draft, who }, options)),
  }
}
