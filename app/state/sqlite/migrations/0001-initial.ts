/** Links, plans with their changes, runs, events, and the snapshot. */
export const initial = `
CREATE TABLE links (
  kind TEXT NOT NULL,
  anchor TEXT NOT NULL,
  resource_id TEXT NOT NULL,
  name TEXT NOT NULL,
  dn TEXT NOT NULL,
  base_dn TEXT NOT NULL,
  vanished_at TEXT,
  linked_at TEXT NOT NULL,
  PRIMARY KEY (kind, anchor)
) WITHOUT ROWID;
CREATE UNIQUE INDEX links_by_resource ON links (kind, resource_id);
CREATE INDEX links_by_anchor ON links (anchor);

-- Mismatched users that were made inactive, until they are deleted or accounted for.
CREATE TABLE doomed_users (
  resource_id TEXT PRIMARY KEY,
  inactive_since TEXT NOT NULL
) WITHOUT ROWID;

-- What the store accepted last and did not keep.
CREATE TABLE ignored_values (
  kind TEXT NOT NULL,
  resource_id TEXT NOT NULL,
  attribute TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, resource_id, attribute)
) WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  plan_id INTEGER,
  counts TEXT,
  error TEXT
);

CREATE TABLE plans (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  created_at TEXT NOT NULL,
  status TEXT NOT NULL,
  digest TEXT NOT NULL,
  header TEXT NOT NULL
);

CREATE TABLE changes (
  plan_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  name TEXT NOT NULL,
  dn TEXT,
  anchor TEXT,
  resource_id TEXT,
  detail TEXT NOT NULL,
  outcome TEXT,
  PRIMARY KEY (plan_id, position)
) WITHOUT ROWID;
CREATE INDEX changes_by_anchor ON changes (anchor);
CREATE INDEX changes_by_name ON changes (name COLLATE NOCASE);

CREATE TABLE plan_objects (
  plan_id INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  name TEXT NOT NULL,
  dn TEXT,
  anchor TEXT,
  resource_id TEXT,
  reason TEXT NOT NULL
);
CREATE INDEX plan_objects_by_plan ON plan_objects (plan_id, outcome);

CREATE TABLE plan_notes (
  plan_id INTEGER NOT NULL,
  object_kind TEXT NOT NULL,
  name TEXT NOT NULL,
  dn TEXT,
  attribute TEXT NOT NULL,
  problem TEXT NOT NULL
);
CREATE INDEX plan_notes_by_plan ON plan_notes (plan_id);

CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  level TEXT NOT NULL,
  side TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  remedy TEXT NOT NULL,
  run_id INTEGER,
  object TEXT
);
CREATE INDEX events_by_run ON events (run_id);

-- The selected entries as of the last run that was applied.
CREATE TABLE snapshot (
  anchor TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  dn TEXT NOT NULL,
  base_dn TEXT NOT NULL,
  attributes TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE snapshot_members (
  group_anchor TEXT NOT NULL,
  member_key TEXT NOT NULL,
  PRIMARY KEY (group_anchor, member_key)
) WITHOUT ROWID;
`
