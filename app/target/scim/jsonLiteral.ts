/** A text as a literal of a SCIM filter, which is a JSON string (RFC 7644 section 3.4.2.2). */
export function jsonLiteral(text: string): string {
  return JSON.stringify(text)
}
