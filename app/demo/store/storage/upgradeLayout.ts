import type Database from 'better-sqlite3'
import { detachPictures } from '../pictures/pictureItems.ts'
import { layoutVersion, picturesAndContacts } from './layout.ts'
import { PictureStorage } from './pictureStorage.ts'

/** Brings a file of layout 1, which had pictures inside of the users, to the present one; all of it or nothing. */
export function upgradeLayout(database: Database.Database): void {
  database.transaction(() => {
    database.exec(picturesAndContacts)
    const pictured = database
      .prepare<unknown[], number>(`SELECT row FROM resource WHERE body LIKE '%"photos"%'`)
      .pluck()
    const read = database.prepare<unknown[], string>('SELECT body FROM resource WHERE row = ?').pluck()
    const write = database.prepare<unknown[]>('UPDATE resource SET body = ? WHERE row = ?')
    const storage = new PictureStorage(database)
    for (const row of pictured.all()) {
      const { resource, pictures } = detachPictures(JSON.parse(read.get(row) ?? '{}'))
      write.run(JSON.stringify(resource), row)
      storage.keep(row, pictures)
    }
    database.pragma(`user_version = ${layoutVersion}`)
  })()
}
