import type { DirectorySettings } from '../../../app/settings/schema.ts'
import type { Edit } from './draft.ts'
import { merged } from './merged.ts'

type Values<Part> = { readonly [Key in keyof Part]?: Part[Key] | undefined }

/** An edit of settings of the directory; `undefined` takes one out. */
export function inDirectory(values: Values<DirectorySettings>): Edit {
  return (draft) => ({ ...draft, directory: merged(draft.directory, values) })
}

/** An edit of how the directory's certificate is looked at. */
export function inTls(values: Values<DirectorySettings['tls']>): Edit {
  return (draft) => inDirectory({ tls: merged(draft.directory.tls, values) })(draft)
}
