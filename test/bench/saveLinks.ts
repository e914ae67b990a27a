import { join } from 'node:path'
import Database from 'better-sqlite3'

const givenNames = ['Anna', 'Ben', 'Carla', 'Deniz', 'Eva', 'Finn', 'Gül', 'Henri', 'Ines', 'Jörg']
const surnames = ['Ahrens', 'Böhm', 'Çelik', 'Dietze', 'Ebert', 'Frank', 'Groß', 'Hansen', 'Ivanova', 'Jung', 'Köhler']
const baseDn = 'DC=nordwind,DC=example'
const linkedAt = '2026-11-14T10:33:20.000Z'

/**
 * Links people beside whatever a state holds, with what is held of their entries: `Anna Ahrens 110` is
 * `person-000110@nordwind.example`. A service may run on the state.
 */
export function saveLinks(dataFolder: string, people: number): void {
  const database = new Database(join(dataFolder, 'state.db'), { timeout: 10_000 })
  try {
    const link = database.prepare(
      `INSERT INTO links (kind, anchor, resource_id, name, dn, base_dn, linked_at) VALUES ('user', ?, ?, ?, ?, ?, ?)`,
    )
    const entry = database.prepare(
      `INSERT INTO snapshot (anchor, kind, dn, dn_key, base_dn, attributes) VALUES (?, 'user', ?, ?, ?, ?)`,
    )
    database.transaction(() => {
      for (let number = 1; number <= people; number += 1) {
        const displayName = `${givenNames[number % givenNames.length]} ${surnames[number % surnames.length]} ${number}`
        const [anchor, dn] = [`anchor-${number}`, `CN=${displayName},OU=People,${baseDn}`]
        const name = `person-${String(number).padStart(6, '0')}@nordwind.example`
        link.run(anchor, `resource-${number}`, name, dn, baseDn, linkedAt)
        const attributes = JSON.stringify({ displayname: [displayName], mail: [name], title: ['Engineer'] })
        entry.run(anchor, dn, dn.toLowerCase(), baseDn, attributes)
      }
    })()
  } finally {
    database.close()
  }
}
