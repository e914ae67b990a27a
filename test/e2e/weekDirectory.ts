import { dnKey } from '../../app/model/dn.ts'
import { formatGuid } from '../../app/selection/filter/formatGuid.ts'
import { ldapsearch } from '../services/ldapsearch.ts'
import { run } from '../services/run.ts'
import type { DirectoryAdmin } from './ldapmodify.ts'
import { addRecord, ldapdelete, ldapmodify, removeRecord } from './ldapmodify.ts'

export type Flavour = 'ad' | 'inetOrgPerson'

/** A real directory in which a small company lives through a week. */
export interface WeekDirectory {
  readonly flavour: Flavour
  readonly admin: DirectoryAdmin
  readonly baseDn: string
  /** The base of the selection: `OU=Company,…`. */
  readonly companyDn: string
  change(...records: readonly string[]): Promise<void>
  /** Renames or moves an entry with all below it; references to them follow, as they do by themselves in Active Directory. */
  move(dn: string, newDn: string): Promise<void>
  /** On another directory: the same, but references stay as they are. */
  moveAlone(dn: string, newDn: string): Promise<void>
  /** On another directory: lets references to whoever was at or below `dn` follow to `newDn`. */
  followReferences(dn: string, newDn: string): Promise<void>
  /** Deletes a person and gives what `restore` needs. */
  deletePerson(dn: string): Promise<Deleted>
  /** Brings back the same entry, with its anchor and the attributes of `newPerson`. */
  restore(deleted: Deleted, name: string): Promise<void>
}

export interface Deleted {
  readonly dn: string
  /** objectGUID in base64, or entryUUID. */
  readonly anchor: string
}

const showDeleted = '!1.2.840.113556.1.4.417'

export function weekDirectory(flavour: Flavour, admin: DirectoryAdmin, baseDn: string): WeekDirectory {
  const search = (searchDn: string, filter: string, attributes: readonly string[], scope: 'base' | 'sub' = 'sub') =>
    ldapsearch({ ...admin, baseDn: searchDn, filter, attributes, scope })
  const anchorName = flavour === 'ad' ? 'objectGUID' : 'entryUUID'

  async function followReferences(dn: string, newDn: string): Promise<void> {
    const suffix = dnKey(dn)
    const records: string[] = []
    for (const name of ['manager', 'member']) {
      for (const entry of await search(baseDn, `(${name}=*)`, [name])) {
        for (const value of entry.attributes.get(name) ?? []) {
          if (dnKey(value) !== suffix && !dnKey(value).endsWith(`,${suffix}`)) continue
          const followed = `${value.slice(0, value.length - dn.length)}${newDn}`
          records.push(addRecord(entry.dn, name, followed), removeRecord(entry.dn, name, value))
        }
      }
    }
    if (records.length > 0) await ldapmodify(admin, records.join(''))
  }

  const tombstoneDn = (dn: string, anchor: string) => {
    const guid = formatGuid(Buffer.from(anchor, 'base64'))
    return `${dn.slice(0, dn.indexOf(','))}\\0ADEL:${guid},CN=Deleted Objects,${baseDn}`
  }

  return {
    flavour,
    admin,
    baseDn,
    companyDn: `OU=Company,${baseDn}`,
    change: (...records) => ldapmodify(admin, records.join('')),
    moveAlone: (dn, newDn) => ldapmodify(admin, moveTo(dn, newDn)),
    followReferences,
    async move(dn, newDn) {
      await ldapmodify(admin, moveTo(dn, newDn))
      if (flavour === 'inetOrgPerson') await followReferences(dn, newDn)
    },
    async deletePerson(dn) {
      const [entry] = await search(dn, '(objectClass=*)', [anchorName], 'base')
      const anchor = entry?.attributes.get(anchorName.toLowerCase())?.[0]
      if (anchor === undefined) throw new Error(`${dn} has no ${anchorName}.`)
      await ldapdelete(admin, [dn])
      return { dn, anchor }
    },
    async restore({ dn, anchor }, name) {
      const control = flavour === 'ad' ? showDeleted : 'relax'
      const ldif =
        flavour === 'ad'
          ? reanimation(tombstoneDn(dn, anchor), dn, name)
          : `${newPerson(flavour, dn, name)}entryUUID: ${anchor}\n\n`
      const { url, bindDn, password } = admin
      await run('ldapmodify', ['-x', '-H', url, '-D', bindDn, '-w', password, '-e', control], { input: [ldif] })
    },
  }
}

/** The change record that makes a person without a manager; it can be continued. */
export function newPerson(flavour: Flavour, dn: string, name: string): string {
  const kind =
    flavour === 'ad'
      ? `objectClass: user\nsAMAccountName: ${name}\nuserAccountControl: 544\n`
      : 'objectClass: inetOrgPerson\n'
  return `dn: ${dn}\nchangetype: add\n${kind}${personLines(name)}`
}

export function personLines(name: string): string {
  return `sn: ${name}\ndisplayName: The ${name}\nmail: ${name}@week.test\ntitle: Colleague\n`
}

/** `ldif` for a rename and move in one. */
function moveTo(dn: string, newDn: string): string {
  const [rdn = ''] = newDn.split(',')
  return `dn: ${dn}\nchangetype: modrdn\nnewrdn: ${rdn}\ndeleteoldrdn: 1\nnewsuperior: ${newDn.slice(rdn.length + 1)}\n\n`
}

/** Takes a tombstone back (MS-ADTS 3.1.1.5.3.7), with the attributes that it did not keep. */
function reanimation(tombstoneDn: string, dn: string, name: string): string {
  const restored = ['sn', 'displayName', 'mail', 'title'].map((attribute) => `add: ${attribute}`)
  const lines = personLines(name).trimEnd().split('\n')
  const added = restored.map((operation, index) => `${operation}\n${lines[index]}\n-\n`).join('')
  return `dn: ${tombstoneDn}
changetype: modify
delete: isDeleted
-
replace: distinguishedName
distinguishedName: ${dn}
-
${added}
`
}
