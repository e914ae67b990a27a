/**
 * Attributes that a directory computes from other entries, in lower case: they change without any change of the entry that
 * has them (MS-ADTS 3.1.1.1.6, memberOf and isMemberOf of other servers).
 */
export const computedAttributes: ReadonlySet<string> = new Set([
  'memberof',
  'ismemberof',
  'directreports',
  'managedobjects',
  'tokengroups',
  'msds-memberoftransitive',
  'canonicalname',
  'distinguishedname',
  'parentguid',
])
