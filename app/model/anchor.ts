/**
 * The immutable id of an entry, as lower-case text: objectGUID (AD DS, AD LDS) and entryUUID (OpenLDAP) as
 * `8-4-4-4-12` hexadecimal digits, nsUniqueId (389 DS) in its own `8-8-8-8` form. It survives renames and moves (DC-30).
 */
export type Anchor = string
