import { letADayPass } from '../../../app/demo/directory/companyDay.ts'
import { companyEntries } from '../../../app/demo/directory/companyEntries.ts'
import { closeAll, start } from './corp.ts'

afterEach(closeAll)

const company = 'OU=Nordwind,DC=nordwind,DC=example'
const at = (place: string) => `${place},${company}`

async function startCompany() {
  const directory = await start({ entries: await companyEntries() })
  const attributesOf = (dn: string) => directory.find(dn)?.attributes ?? {}
  return { directory, attributesOf }
}

test('a day changes a portrait, a contact, a room and a nested group, and each has another uSNChanged', async () => {
  const { directory, attributesOf } = await startCompany()
  const person = at('CN=Martina Köhler,OU=Finanzen,OU=Hamburg')
  const partner = at('CN=Claire Delacroix,OU=Kontakte')
  const group = at('CN=Werk Leipzig,OU=Sicherheit,OU=Gruppen')
  const [room, renamedRoom] = [at('CN=Raum Bille,OU=Räume'), at('CN=Raum Wandse,OU=Räume')]
  const before = [person, partner, group, room].map(attributesOf)
  letADayPass(directory)
  const after = [person, partner, group, renamedRoom].map(attributesOf)

  expect(after[0]?.thumbnailPhoto).not.toEqual(before[0]?.thumbnailPhoto)
  expect(after[0]?.thumbnailPhoto).toEqual([expect.any(Uint8Array)])
  expect(after[1]?.telephoneNumber).not.toEqual(before[1]?.telephoneNumber)
  expect(after[2]?.member).toEqual([...(before[2]?.member ?? []), at('CN=Einkauf,OU=Sicherheit,OU=Gruppen')])
  expect(attributesOf(room)).toEqual({})
  expect(after[3]).toMatchObject({ displayName: ['Raum Wandse'], objectGUID: before[3]?.objectGUID })
  for (const [index, attributes] of after.entries()) {
    expect(Number(attributes.uSNChanged)).toBeGreaterThan(Number(before[index]?.uSNChanged))
  }
})

test('whoever a day leaves alone keeps the same uSNChanged', async () => {
  const { directory, attributesOf } = await startCompany()
  const others = [at('CN=Anna Petersen,OU=Geschäftsführung,OU=Hamburg'), at('CN=Raum Trave,OU=Räume')]
  const member = at('CN=Einkauf,OU=Sicherheit,OU=Gruppen')
  const usnOf = (dn: string) => attributesOf(dn).uSNChanged
  const before = [...others, member].map(usnOf)
  letADayPass(directory)
  expect(before).not.toContain(undefined)
  expect([...others, member].map(usnOf)).toEqual(before)
})

test('every change of a portrait is a change, the same portrait again is none', async () => {
  const { directory, attributesOf } = await startCompany()
  const dn = at('CN=Anna Petersen,OU=Geschäftsführung,OU=Hamburg')
  const usnAfter = (bytes: readonly number[]) => {
    directory.replace(dn, { thumbnailPhoto: [Uint8Array.from(bytes)] })
    return Number(attributesOf(dn).uSNChanged)
  }
  const first = usnAfter([0xff, 0xd8, 0x00])
  expect(usnAfter([0xff, 0xd8, 0x00])).toBe(first)
  expect(usnAfter([0xff, 0xd8, 0x01])).toBe(first + 1)
})
