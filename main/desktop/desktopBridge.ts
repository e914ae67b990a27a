/**
 * What the preload script gives to a page that runs in the window, as `window.desktop`; in a browser it is absent. Types
 * only: the page may import them.
 */
export interface DesktopBridge {
  /** Version of Electron. */
  readonly electron: string
  /**
   * Hears what a person chose in the native menu, the tray or a notification; the page does it through the API, with its
   * own questions and answers. What was chosen before the first listener was there is told to that one.
   * @returns stops listening
   */
  onCommand(listener: (command: DesktopCommand) => void): () => void
}

/** `show-…` leads to a page; everything else is done where the person is. */
export type DesktopCommand =
  | 'sync-incremental'
  | 'sync-full'
  | 'dry-run'
  | 'mode-automatic'
  | 'mode-manual'
  | 'pause'
  | 'resume'
  | 'refresh'
  | 'show-dashboard'
  | 'show-runs'
  | 'show-events'
  | 'show-help'
  | 'show-about'
  | 'show-faq'

/** Between the main process and the preload script. */
export type CommandChannel = 'desktop-command'

declare global {
  interface Window {
    readonly desktop?: DesktopBridge
  }
}
