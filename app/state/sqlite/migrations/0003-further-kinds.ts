/**
 * Rooms, contacts and pictures. A snapshot of the form before is dropped: the next full sync makes it anew.
 */
export const furtherKinds = `
DELETE FROM snapshot_header;

-- Whether a linked user stands for a room, as of the last run that was applied.
ALTER TABLE links ADD COLUMN room INTEGER NOT NULL DEFAULT 0;
CREATE INDEX links_of_rooms ON links (kind, room, vanished_at);

-- What the source of pictures had for each entry, when it was looked at last. Equal marks mean that nothing has changed
-- since; source is a digest of the settings that say where pictures are found. value is null where there is no picture,
-- problem tells why one was refused.
CREATE TABLE pictures (
  anchor TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  mark TEXT,
  uri TEXT,
  etag TEXT,
  last_modified TEXT,
  value TEXT,
  media_type TEXT,
  size INTEGER,
  problem TEXT
) WITHOUT ROWID;

-- The picture that the store has confirmed last, by the resource of the user.
CREATE TABLE sent_photos (
  resource_id TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  media_type TEXT,
  size INTEGER
) WITHOUT ROWID;
`
