import type { EmbeddedDirectory } from './startEmbeddedDirectory.ts'

const company = 'OU=Nordwind,DC=nordwind,DC=example'

/**
 * An ordinary day at the demo company: a new address after a wedding, two who change departments, one who leaves, a
 * department with another name, an account that is disabled, somebody who joins a team and a group that joins another,
 * a new portrait, a partner with another telephone number, and a room with another name.
 * @returns what happened, one sentence each
 */
export function letADayPass(directory: EmbeddedDirectory): readonly string[] {
  const at = (name: string, place: string) => `CN=${name},${place},${company}`
  const it = 'OU=IT,OU=Hamburg'
  const finance = 'OU=Finanzen,OU=Hamburg'
  const securityGroups = 'OU=Sicherheit,OU=Gruppen'
  directory.replace(at('Anna Freytag', it), {
    sn: ['Lindner'],
    displayName: ['Anna Lindner'],
    mail: ['anna.lindner@nordwind.example'],
  })
  directory.move(at('Jan Dietze', it), at('Jan Dietze', finance))
  directory.delete(at('Frank Ahrens', finance))
  directory.replace(at('Antje Kaiser', finance), { userAccountControl: ['514'] })
  directory.addMembers(at('Teamleitungen', securityGroups), [at('Katharina Oertel', it)])
  directory.addMembers(at('Werk Leipzig', securityGroups), [at('Einkauf', securityGroups)])
  directory.move(`OU=Service,OU=Leipzig,${company}`, `OU=Kundendienst,OU=Leipzig,${company}`)
  takeNewPortrait(directory, at('Martina Köhler', finance))
  directory.replace(at('Claire Delacroix', 'OU=Kontakte'), { telephoneNumber: ['+33 2 55 50 02 47'] })
  directory.move(at('Raum Bille', 'OU=Räume'), at('Raum Wandse', 'OU=Räume'))
  directory.replace(at('Raum Wandse', 'OU=Räume'), { displayName: ['Raum Wandse'] })
  return [
    'Anna Freytag marries and gets a new address.',
    'Jan Dietze goes from IT to finance.',
    'Frank Ahrens leaves.',
    'The account of Antje Kaiser is disabled.',
    'Katharina Oertel joins the team leads.',
    'The group Einkauf becomes a part of the group Werk Leipzig.',
    'The service department in Leipzig is renamed, with everybody in it.',
    'Martina Köhler gets a new portrait.',
    'Claire Delacroix, a partner, gets a new telephone number.',
    'The meeting room Raum Bille becomes Raum Wandse.',
  ]
}

/** The picture in jpegPhoto, which other programs keep, becomes the one in thumbnailPhoto. */
function takeNewPortrait(directory: EmbeddedDirectory, dn: string): void {
  directory.replace(dn, { thumbnailPhoto: directory.find(dn)?.attributes.jpegPhoto ?? [] })
}
