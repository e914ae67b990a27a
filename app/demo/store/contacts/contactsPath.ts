/** Where an organization's contacts stand: `/v1/contacts/organizations/{orgId}`, with `/contacts` below it. */
export function contactsPath(orgId: string): string {
  return `/v1/contacts/organizations/${orgId}`
}
