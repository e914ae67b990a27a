/**
 * The tables of a workspace; rows come in first, the indexes that need all of them afterwards. What every query walks over
 * is kept narrow, so that it stays in memory; the values themselves lie in tables of details, which are read only for
 * objects that differ. `digest` stands for all values that are compared.
 */
export const workspaceTables = `
CREATE TABLE work.entries (anchor TEXT, kind TEXT, dn TEXT, dn_key TEXT, base_dn TEXT, attributes TEXT);
CREATE TABLE work.group_members (group_anchor TEXT, member_key TEXT);
CREATE TABLE work.current_users (
  id TEXT PRIMARY KEY, version TEXT, active INTEGER, administrator INTEGER,
  uid TEXT, name_key TEXT, manager TEXT, digest TEXT, detail_row INTEGER
) WITHOUT ROWID;
CREATE TABLE work.current_details (detail TEXT);
CREATE TABLE work.current_emails (email_key TEXT, id TEXT, PRIMARY KEY (email_key, id)) WITHOUT ROWID;
CREATE TABLE work.current_groups (
  id TEXT PRIMARY KEY, version TEXT, name TEXT, name_key TEXT, external_id TEXT
) WITHOUT ROWID;
CREATE TABLE work.current_members (group_id TEXT, member_id TEXT, PRIMARY KEY (group_id, member_id)) WITHOUT ROWID;
CREATE TABLE work.desired_users (
  anchor TEXT, name TEXT, name_key TEXT, email_key TEXT, dn TEXT, base_dn TEXT,
  active INTEGER, manager_key TEXT, digest TEXT, detail_row INTEGER
);
CREATE TABLE work.desired_details (detail TEXT);
CREATE TABLE work.desired_groups (anchor TEXT, name TEXT, name_key TEXT, dn TEXT, base_dn TEXT);
CREATE TABLE work.held (anchor TEXT, kind TEXT, outcome TEXT, name TEXT, dn TEXT, reason TEXT);
CREATE TABLE work.notes (object_kind TEXT, name TEXT, dn TEXT, attribute TEXT, problem TEXT);
CREATE TABLE work.conflicts (kind TEXT, anchor TEXT, value TEXT, PRIMARY KEY (kind, anchor)) WITHOUT ROWID;
CREATE TABLE work.joins (kind TEXT, anchor TEXT, how TEXT, resource_id TEXT);
CREATE TABLE work.desired_members (
  group_anchor TEXT, anchor TEXT, kind TEXT, PRIMARY KEY (group_anchor, anchor)
) WITHOUT ROWID;
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
`

/** Two entries with the same uid, e-mail or group name are a conflict, whichever of the two it is (DC-25). */
export const afterMapping = `
CREATE UNIQUE INDEX work.desired_users_by_anchor ON desired_users (anchor);
CREATE INDEX work.desired_users_by_name ON desired_users (name_key, anchor);
CREATE UNIQUE INDEX work.desired_groups_by_anchor ON desired_groups (anchor);
CREATE INDEX work.desired_groups_by_name ON desired_groups (name_key, anchor);

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

/** Members as they are: groups stay members of groups. */
export const nestedMembers = `
INSERT OR IGNORE INTO work.desired_members
  SELECT group_anchor, entries.anchor, entries.kind
  FROM work.group_members JOIN work.entries ON dn_key = member_key
  WHERE entries.anchor <> group_anchor;
`

/** Every user that is reached through any number of selected groups; UNION ends cycles. */
export const flatMembers = `
INSERT OR IGNORE INTO work.desired_members
  WITH RECURSIVE reached (root, anchor, kind) AS (
    SELECT group_anchor, entries.anchor, entries.kind
    FROM work.group_members JOIN work.entries ON dn_key = member_key
    UNION
    SELECT root, entries.anchor, entries.kind
    FROM reached
    JOIN work.group_members ON reached.kind = 'group' AND group_anchor = reached.anchor
    JOIN work.entries ON dn_key = member_key
  )
  SELECT root, anchor, kind FROM reached WHERE kind = 'user';
`
