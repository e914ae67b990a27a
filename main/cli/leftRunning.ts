/** Somebody stopped waiting for a service, which goes on with what it was asked for. */
export class LeftRunning extends Error {
  override readonly name = 'LeftRunning'
}
