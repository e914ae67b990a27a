import { Socket } from 'node:net'

/** Loaded first by every process on Windows: Wine 8 refuses the time of TCP's keep-alive, and with it the connection. */
Socket.prototype.setKeepAlive = function setKeepAlive() {
  return this
}
