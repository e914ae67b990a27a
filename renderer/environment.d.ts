/** The version of the connector, put in by the build. */
declare const connectorVersion: string
