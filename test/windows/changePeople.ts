import type { EmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'

const sales = 'OU=Vertrieb,OU=Hamburg,OU=Nordwind,DC=nordwind,DC=example'

/** Names of users in the store. */
export interface ChangedPeople {
  readonly joined: string
  readonly renamed: string
  readonly left: string
}

/** Somebody joins the demo company, somebody marries, somebody leaves. */
export function changePeople(directory: EmbeddedDirectory): ChangedPeople {
  const joined = 'goesta.bjoerk@nordwind.example'
  directory.add({
    dn: `CN=Gösta Björk,${sales}`,
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      objectCategory: ['CN=Person,CN=Schema,CN=Configuration,DC=nordwind,DC=example'],
      sAMAccountName: ['gbjoerk'],
      userAccountControl: ['512'],
      givenName: ['Gösta'],
      sn: ['Björk'],
      displayName: ['Gösta Björk'],
      mail: [joined],
    },
  })
  const renamed = 'julia.suedmeyer@nordwind.example'
  const newDn = `CN=Julia Südmeyer,${sales}`
  directory.move(`CN=Julia von Bargen,${sales}`, newDn)
  directory.replace(newDn, { sn: ['Südmeyer'], displayName: ['Julia Südmeyer'], mail: [renamed] })
  directory.delete(`CN=Stefan Hansen,${sales}`)
  return { joined, renamed, left: 'stefan.hansen@nordwind.example' }
}
