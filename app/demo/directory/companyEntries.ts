import { readFile } from 'node:fs/promises'
import type { BindAccount } from './bindAccount.ts'
import type { DirectoryEntry } from './directoryEntry.ts'
import { readLdif } from './readLdif.ts'

/** The account of the demo company that a connector binds with. */
export const companyAccount: BindAccount = {
  dn: 'CN=svc-connector,OU=Dienstkonten,OU=Nordwind,DC=nordwind,DC=example',
  password: 'Nordlicht-2031',
}

/** The domain of the demo company. */
export const companyBaseDn = 'DC=nordwind,DC=example'

/** Where the demo company lies beside the sources. */
const shippedFile = new URL('../../../resources/demo/company.ldif', import.meta.url)

/** The entries of the demo company, an Active Directory domain of about 300 people. `file` is a path or file URL. */
export async function companyEntries(file: string | URL = shippedFile): Promise<readonly DirectoryEntry[]> {
  return readLdif(await readFile(file, 'utf8'))
}
