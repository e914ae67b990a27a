/**
 * What incremental syncs need: the snapshot can be asked by DN, name and reference; containers and the watermark; objects
 * that are set aside; the mode. A snapshot of the form before is dropped: the next full sync makes it anew.
 */
export const stayingEqual = `
DROP TABLE snapshot;
DROP TABLE snapshot_members;

-- The selected entries as of the last run that was applied, with what planning makes of them. Keys are DNs and names as
-- they are compared; name_key is null for an entry that the mapping skips.
CREATE TABLE snapshot (
  anchor TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  dn TEXT NOT NULL,
  dn_key TEXT NOT NULL,
  base_dn TEXT NOT NULL,
  attributes TEXT NOT NULL,
  name_key TEXT,
  email_key TEXT,
  manager_key TEXT
);
CREATE INDEX snapshot_by_dn ON snapshot (dn_key, kind, base_dn);
CREATE INDEX snapshot_by_name ON snapshot (kind, name_key);
CREATE INDEX snapshot_by_email ON snapshot (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX snapshot_by_manager ON snapshot (manager_key) WHERE manager_key IS NOT NULL;
CREATE INDEX snapshot_by_base ON snapshot (base_dn, kind);

CREATE TABLE snapshot_members (
  group_anchor TEXT NOT NULL,
  member_key TEXT NOT NULL,
  PRIMARY KEY (group_anchor, member_key)
) WITHOUT ROWID;
CREATE INDEX snapshot_members_by_member ON snapshot_members (member_key);

-- The containers of the selected entries: when one is somewhere else, so is everybody below it.
CREATE TABLE containers (
  anchor TEXT PRIMARY KEY,
  dn_key TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX containers_by_dn ON containers (dn_key);

-- One row: what the snapshot is of, and the watermark from which changes are asked for.
CREATE TABLE snapshot_header (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  header TEXT NOT NULL
);

-- Changes that failed and wait for their next try; the digest tells whether something else is wanted meanwhile.
CREATE TABLE set_aside (
  object_kind TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  change TEXT NOT NULL,
  digest TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  remedy TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  first_failed_at TEXT NOT NULL,
  next_try_at TEXT NOT NULL,
  PRIMARY KEY (object_kind, key)
) WITHOUT ROWID;
CREATE INDEX set_aside_by_next_try ON set_aside (next_try_at);

-- One row: mode, pause, and how far the schedule has been attended to.
CREATE TABLE control (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  control TEXT NOT NULL
);

CREATE INDEX links_by_presence ON links (kind, vanished_at);

-- Creations of which it is not known whether the store carried them out.
CREATE INDEX changes_open ON changes (plan_id, position)
  WHERE kind = 'create' AND (outcome IS NULL OR outcome ->> 'code' IN ('unavailable', 'unexpected'));
`
