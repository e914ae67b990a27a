/** Names of schemas and messages (RFC 7643, RFC 7644). */
export const coreUserSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const coreGroupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const enterpriseUserSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
/** Holds what no standard schema has a place for; sent only to stores that advertise it. */
export const connectorUserSchema = 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:User'
/** The same for groups. */
export const connectorGroupSchema = 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:Group'
export const webexUserSchema = 'urn:scim:schemas:extension:cisco:webexidentity:2.0:User'
export const patchMessage = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
export const bulkMessage = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
