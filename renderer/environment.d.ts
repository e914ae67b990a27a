/** The version of the connector, put in by the build. */
declare const connectorVersion: string

interface Window {
  /** Given by main/preload.ts; absent in a browser. */
  readonly desktop?: { readonly electron: string }
}
