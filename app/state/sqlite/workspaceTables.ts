/**
 * The tables of a workspace; rows come in first, the indexes that need all of them afterwards. What every query walks over
 * is kept narrow, so that it stays in memory; the values themselves lie in tables of details, which are read only for
 * objects that differ. `digest` stands for all values that are compared.
 */
export const workspaceTables = `
CREATE TABLE work.entries (
  anchor TEXT, kind TEXT, dn TEXT, dn_key TEXT, base_dn TEXT, attributes TEXT, mark TEXT
);
CREATE TABLE work.group_members (group_anchor TEXT, member_key TEXT);
CREATE TABLE work.current_users (
  id TEXT PRIMARY KEY, version TEXT, active INTEGER, administrator INTEGER,
  uid TEXT, name_key TEXT, manager TEXT, digest TEXT, detail_row INTEGER, photo TEXT
) WITHOUT ROWID;
CREATE TABLE work.current_details (detail TEXT);
CREATE TABLE work.current_emails (email_key TEXT, id TEXT, PRIMARY KEY (email_key, id)) WITHOUT ROWID;
CREATE TABLE work.current_groups (
  id TEXT PRIMARY KEY, version TEXT, name TEXT, name_key TEXT, external_id TEXT
) WITHOUT ROWID;
CREATE TABLE work.current_contacts (
  id TEXT PRIMARY KEY, version TEXT, name TEXT, name_key TEXT, email_key TEXT, digest TEXT, detail_row INTEGER
) WITHOUT ROWID;
CREATE TABLE work.current_contact_emails (email_key TEXT, id TEXT, PRIMARY KEY (email_key, id)) WITHOUT ROWID;
CREATE TABLE work.domain_marks (kind TEXT, id TEXT, domain TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE work.current_members (group_id TEXT, member_id TEXT, PRIMARY KEY (group_id, member_id)) WITHOUT ROWID;
CREATE TABLE work.desired_users (
  anchor TEXT, name TEXT, name_key TEXT, email_key TEXT, dn TEXT, base_dn TEXT,
  active INTEGER, manager_key TEXT, digest TEXT, detail_row INTEGER, room INTEGER
);
CREATE TABLE work.desired_details (detail TEXT);
CREATE TABLE work.desired_groups (anchor TEXT, name TEXT, name_key TEXT, dn TEXT, base_dn TEXT);
CREATE TABLE work.desired_contacts (
  anchor TEXT, name TEXT, name_key TEXT, email_key TEXT, dn TEXT, base_dn TEXT, digest TEXT, detail_row INTEGER
);
CREATE TABLE work.held (anchor TEXT, kind TEXT, object_kind TEXT, outcome TEXT, name TEXT, dn TEXT, reason TEXT);
CREATE TABLE work.notes (object_kind TEXT, name TEXT, dn TEXT, attribute TEXT, problem TEXT);
CREATE TABLE work.conflicts (kind TEXT, anchor TEXT, value TEXT, PRIMARY KEY (kind, anchor)) WITHOUT ROWID;
CREATE TABLE work.joins (kind TEXT, anchor TEXT, how TEXT, resource_id TEXT);
CREATE TABLE work.desired_members (
  group_anchor TEXT, anchor TEXT, kind TEXT, PRIMARY KEY (group_anchor, anchor)
) WITHOUT ROWID;
CREATE TABLE work.pictures (
  anchor TEXT PRIMARY KEY, mark TEXT, uri TEXT, etag TEXT, last_modified TEXT,
  value TEXT, media_type TEXT, size INTEGER, problem TEXT
) WITHOUT ROWID;
CREATE TABLE work.picture_bytes (value TEXT PRIMARY KEY, media_type TEXT, bytes BLOB);
CREATE TABLE work.unconfirmed_photos (anchor TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE work.containers (anchor TEXT PRIMARY KEY, dn_key TEXT) WITHOUT ROWID;
`

/** When everything is read, what is known is what was read. */
export const everythingIsKnown = `
CREATE TEMP VIEW known_entries AS SELECT anchor, kind, dn_key, base_dn, rowid AS place FROM work.entries;
CREATE TEMP VIEW known_members AS SELECT group_anchor, member_key FROM work.group_members;
`

/**
 * Tables of a focus. `status`: `unread` until the directory is asked for the entry, then `read`; `held` when it comes
 * from the snapshot. What is known of others is copied from the snapshot in the end, as far as planning asks for it.
 */
export const focusTables = `
CREATE TABLE work.focus (anchor TEXT PRIMARY KEY, status TEXT) WITHOUT ROWID;
CREATE TABLE work.told (anchor TEXT PRIMARY KEY, dn TEXT, dn_key TEXT, place TEXT) WITHOUT ROWID;
CREATE TABLE work.present (anchor TEXT PRIMARY KEY, dn_key TEXT) WITHOUT ROWID;
CREATE TABLE work.moved_containers (anchor TEXT PRIMARY KEY, dn TEXT, old_key TEXT, new_key TEXT) WITHOUT ROWID;
CREATE TABLE work.greeted (anchor TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE work.asked (anchor TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE work.sought (kind TEXT, name_key TEXT, PRIMARY KEY (kind, name_key)) WITHOUT ROWID;
CREATE TABLE work.known_entries (anchor TEXT, kind TEXT, dn_key TEXT, base_dn TEXT, place INTEGER);
CREATE TABLE work.known_members (group_anchor TEXT, member_key TEXT);
CREATE UNIQUE INDEX work.focused_entries ON entries (anchor);
`

/** What planning asks of others: whom the focus refers to, and who is in groups within groups. */
export const knownOfOthers = `
INSERT INTO work.known_members SELECT group_anchor, member_key FROM work.group_members;
INSERT INTO work.known_members
  WITH RECURSIVE nested (anchor) AS (
    SELECT s.anchor FROM work.group_members AS own CROSS JOIN main.snapshot AS s ON s.dn_key = own.member_key
    WHERE s.kind = 'group' AND s.anchor NOT IN (SELECT anchor FROM work.focus)
    UNION
    SELECT s.anchor FROM nested CROSS JOIN main.snapshot_members AS m ON m.group_anchor = nested.anchor
      CROSS JOIN main.snapshot AS s ON s.dn_key = m.member_key
    WHERE s.kind = 'group' AND s.anchor NOT IN (SELECT anchor FROM work.focus)
  )
  SELECT group_anchor, member_key FROM nested CROSS JOIN main.snapshot_members ON group_anchor = nested.anchor;
INSERT INTO work.known_entries SELECT anchor, kind, dn_key, base_dn, rowid FROM work.entries;
INSERT INTO work.known_entries
  SELECT s.anchor, s.kind, s.dn_key, s.base_dn, 0
  FROM (SELECT member_key AS dn_key FROM work.known_members
        UNION SELECT manager_key FROM work.desired_users WHERE manager_key IS NOT NULL) AS wanted
  CROSS JOIN main.snapshot AS s ON s.dn_key = wanted.dn_key
  WHERE s.anchor NOT IN (SELECT anchor FROM work.focus);
CREATE INDEX work.known_entries_by_dn ON known_entries (dn_key, kind, place, anchor);
CREATE INDEX work.known_members_by_group ON known_members (group_anchor, member_key);
`

/** An entry or member that came twice is dropped here: the last one of an anchor stays. */
export const afterReading = `
CREATE INDEX work.entries_by_anchor ON entries (anchor);
DELETE FROM work.entries WHERE rowid NOT IN (SELECT max(rowid) FROM work.entries GROUP BY anchor);
CREATE INDEX work.entries_by_dn ON entries (dn_key, kind, anchor);
CREATE INDEX work.members_by_group ON group_members (group_anchor, member_key);
CREATE INDEX work.current_emails_by_id ON current_emails (id);
CREATE INDEX work.current_users_by_name ON current_users (name_key);
CREATE INDEX work.current_groups_by_name ON current_groups (name_key);
CREATE INDEX work.current_contacts_by_name ON current_contacts (name_key);
CREATE INDEX work.current_contacts_by_email ON current_contacts (email_key) WHERE email_key IS NOT NULL;
`

/** Two entries with the same uid, e-mail or group name are a conflict, whichever of the two it is (DC-25). */
export const afterMapping = `
CREATE UNIQUE INDEX work.desired_users_by_anchor ON desired_users (anchor);
CREATE INDEX work.desired_users_by_name ON desired_users (name_key, anchor);
CREATE UNIQUE INDEX work.desired_groups_by_anchor ON desired_groups (anchor);
CREATE INDEX work.desired_groups_by_name ON desired_groups (name_key, anchor);
CREATE UNIQUE INDEX work.desired_contacts_by_anchor ON desired_contacts (anchor);
CREATE INDEX work.desired_contacts_by_name ON desired_contacts (name_key, anchor);

CREATE TABLE work.names AS
  SELECT 'user' AS kind, name_key AS value, anchor FROM work.desired_users
  UNION SELECT 'user', email_key, anchor FROM work.desired_users WHERE email_key IS NOT NULL
  UNION SELECT 'group', name_key, anchor FROM work.desired_groups;
CREATE INDEX work.names_by_value ON names (kind, value);
INSERT INTO work.conflicts
  SELECT kind, anchor, min(value) FROM work.names
  WHERE (kind, value) IN (SELECT kind, value FROM work.names GROUP BY kind, value HAVING count(*) > 1)
  GROUP BY kind, anchor;
`

/** Both are filled in no order of their own: an index that is made afterwards is sorted once. */
export const afterJoining = `
CREATE INDEX IF NOT EXISTS work.joins_by_anchor ON joins (kind, anchor, how, resource_id);
CREATE INDEX IF NOT EXISTS work.joins_by_resource ON joins (kind, resource_id, how, anchor);
`

/** Members as they are: groups stay members of groups. Contacts are no members in any store. */
export const nestedMembers = `
INSERT OR IGNORE INTO work.desired_members
  SELECT group_anchor, e.anchor, e.kind
  FROM work.group_members JOIN known_entries AS e ON dn_key = member_key
  WHERE e.anchor <> group_anchor AND e.kind IN ('user', 'group');
`

/** Every user that is reached through any number of selected groups; UNION ends cycles. */
export const flatMembers = `
INSERT OR IGNORE INTO work.desired_members
  WITH RECURSIVE reached (root, anchor, kind) AS (
    SELECT group_anchor, e.anchor, e.kind
    FROM work.group_members JOIN known_entries AS e ON dn_key = member_key
    UNION
    SELECT root, e.anchor, e.kind
    FROM reached
    JOIN known_members AS m ON reached.kind = 'group' AND m.group_anchor = reached.anchor
    JOIN known_entries AS e ON e.dn_key = m.member_key
  )
  SELECT root, anchor, kind FROM reached WHERE kind = 'user';
`
