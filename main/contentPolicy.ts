/**
 * The content policy of every page: nothing is loaded from anywhere but the program itself. A picture that is tried
 * out comes over the API, and is shown as data.
 */
export const contentPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'"
