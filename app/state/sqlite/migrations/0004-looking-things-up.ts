/** What a window asks for again and again: the rows of one tab of a plan, events of a level, people by their name. */
export const lookingThingsUp = `
DROP INDEX plan_objects_by_plan;
CREATE INDEX plan_objects_by_plan ON plan_objects (plan_id, outcome, object_kind);
DROP INDEX plan_notes_by_plan;
CREATE INDEX plan_notes_by_plan ON plan_notes (plan_id, object_kind, name);
CREATE INDEX links_by_name ON links (name COLLATE NOCASE);
ALTER TABLE snapshot ADD COLUMN display_name TEXT AS (attributes ->> '$.displayname[0]') VIRTUAL;
CREATE INDEX snapshot_by_display_name ON snapshot (display_name COLLATE NOCASE, anchor);
CREATE INDEX events_by_level ON events (level);

-- The order of the plan follows by itself: the key of the table stands at the end.
CREATE INDEX changes_by_fate ON changes (plan_id, object_kind, kind, outcome ->> 'kind');
`
