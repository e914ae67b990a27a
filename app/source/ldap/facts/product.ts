import { assertNever } from '../../../model/assertNever.ts'
import type { DirectoryFacts } from '../../source.ts'
import type { RootDse } from './rootDse.ts'

export type Product = DirectoryFacts['product']

const activeDirectory = '1.2.840.113556.1.4.800'
const lightweightDirectory = '1.2.840.113556.1.4.1851'

/** Which product answers, by its root DSE (MS-ADTS 3.1.1.3.4.3 for the capabilities). */
export function detectProduct(rootDse: RootDse): Product {
  const { supportedCapabilities, vendorName } = rootDse
  if (supportedCapabilities.includes(lightweightDirectory)) return 'ad-lds'
  if (supportedCapabilities.includes(activeDirectory)) return /samba/i.test(vendorName) ? 'samba-ad' : 'ad-ds'
  if (/389 project/i.test(vendorName)) return '389-ds'
  if (rootDse.objectClasses.some((name) => name.toLowerCase() === 'openldaprootdse')) return 'openldap'
  return 'unknown'
}

/** The attributes that can hold an entry's anchor, the best first (DC-30). Some are operational: always ask by name. */
export function anchorAttributes(product: Product): readonly string[] {
  switch (product) {
    case 'ad-ds':
    case 'ad-lds':
    case 'samba-ad':
      return ['objectGUID']
    case 'openldap':
      return ['entryUUID']
    case '389-ds':
      return ['nsUniqueId']
    case 'unknown':
      return ['objectGUID', 'entryUUID', 'nsUniqueId']
    default:
      return assertNever(product)
  }
}

/** Whether the product is one of Microsoft's directories or behaves like one. */
export function isActiveDirectory(product: Product): boolean {
  return product === 'ad-ds' || product === 'ad-lds' || product === 'samba-ad'
}
