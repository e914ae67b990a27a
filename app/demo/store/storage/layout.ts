/** The number of the layout that this version reads and writes; kept in the file as `user_version`. */
export const layoutVersion = 2

/**
 * What layout 2 added to layout 1.
 *
 * picture     data URIs of users' photos, by the hash that stands in the body instead; gone with their user
 * contact     contacts of the organization; search_key is what a keyword looks at, in lower case
 */
export const picturesAndContacts = `
  CREATE TABLE picture (
    resource_row INTEGER NOT NULL REFERENCES resource ON DELETE CASCADE,
    hash TEXT NOT NULL,
    value TEXT NOT NULL
  );
  CREATE UNIQUE INDEX picture_reference ON picture (resource_row, hash);
  CREATE TABLE contact (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    search_key TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE UNIQUE INDEX contact_id ON contact (id);
`

/**
 * The tables of a new file.
 *
 * resource    one row per user, group and contact of the generic profile; body is the JSON text as served, without id,
 *             meta, groups, members and the bytes of pictures
 * email       addresses in lower case, for `emails.value eq`
 * membership  who is in which group; a change costs in proportion to itself, not to the group
 */
export const layout = `
  CREATE TABLE resource (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    name_key TEXT NOT NULL,
    external_id TEXT,
    manager_id TEXT,
    version INTEGER NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE UNIQUE INDEX resource_id ON resource (id);
  CREATE UNIQUE INDEX user_name ON resource (name_key) WHERE kind = 'User';
  CREATE INDEX resource_position ON resource (kind, row);
  CREATE INDEX resource_name ON resource (kind, name_key);
  CREATE INDEX resource_external_id ON resource (external_id) WHERE external_id IS NOT NULL;
  CREATE INDEX resource_manager ON resource (manager_id) WHERE manager_id IS NOT NULL;
  CREATE TABLE email (
    resource_row INTEGER NOT NULL REFERENCES resource ON DELETE CASCADE,
    address_key TEXT NOT NULL,
    PRIMARY KEY (resource_row, address_key)
  ) WITHOUT ROWID;
  CREATE INDEX email_address ON email (address_key);
  CREATE TABLE membership (
    group_row INTEGER NOT NULL REFERENCES resource ON DELETE CASCADE,
    member_row INTEGER NOT NULL REFERENCES resource ON DELETE CASCADE,
    PRIMARY KEY (group_row, member_row)
  ) WITHOUT ROWID;
  CREATE INDEX membership_member ON membership (member_row);
  CREATE TABLE origin (profile TEXT NOT NULL);
${picturesAndContacts}`
