import type { EmbeddedDirectory } from './startEmbeddedDirectory.ts'

const company = 'OU=Nordwind,DC=nordwind,DC=example'

/**
 * An ordinary day at the demo company: a new address after a wedding, two who change departments, one who leaves, a
 * department with another name, an account that is disabled, and somebody who joins a team.
 * @returns what happened, one sentence each
 */
export function letADayPass(directory: EmbeddedDirectory): readonly string[] {
  const person = (name: string, place: string) => `CN=${name},${place},${company}`
  const it = 'OU=IT,OU=Hamburg'
  const finance = 'OU=Finanzen,OU=Hamburg'
  directory.replace(person('Anna Freytag', it), {
    sn: ['Lindner'],
    displayName: ['Anna Lindner'],
    mail: ['anna.lindner@nordwind.example'],
  })
  directory.move(person('Jan Dietze', it), person('Jan Dietze', finance))
  directory.delete(person('Frank Ahrens', finance))
  directory.replace(person('Antje Kaiser', finance), { userAccountControl: ['514'] })
  directory.addMembers(`CN=Teamleitungen,OU=Sicherheit,OU=Gruppen,${company}`, [person('Katharina Oertel', it)])
  directory.move(`OU=Service,OU=Leipzig,${company}`, `OU=Kundendienst,OU=Leipzig,${company}`)
  return [
    'Anna Freytag marries and gets a new address.',
    'Jan Dietze goes from IT to finance.',
    'Frank Ahrens leaves.',
    'The account of Antje Kaiser is disabled.',
    'Katharina Oertel joins the team leads.',
    'The service department in Leipzig is renamed, with everybody in it.',
  ]
}
