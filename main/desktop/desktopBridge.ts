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
  /**
   * Hears what is known of newer versions (DC-95): at once what is known already, then each change.
   * @returns stops listening
   */
  onUpdates(listener: (news: UpdateNews) => void): () => void
}

/** What is known of newer versions of this program. */
export type UpdateNews =
  /** This build names no place to ask, or none that may be asked; or the program is not installed. */
  | { readonly kind: 'no-place' }
  | { readonly kind: 'looking' }
  /** The place could not be asked; it is asked again the next day. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'newest' }
  /** `installing: 'at-quit'`: it is here already, and is installed when the program quits. */
  | { readonly kind: 'available'; readonly version: string; readonly installing: 'at-quit' | 'after-download' }
  | { readonly kind: 'available'; readonly version: string; readonly installing: 'never'; readonly why: NotInstalled }

/** Why a newer version is not installed by the program itself. */
export type NotInstalled =
  /** What was installed is a package, which the system's own means replace. */
  | 'package'
  /** The build names no publisher whose signature could be looked for. */
  | 'unsigned'
  | 'switched-off'
  /** A service that is not the program's own runs for its data folder: it would be cut off. */
  | 'other-service'
  /** It could not be fetched, or was not signed by the publisher; it is tried again the next day. */
  | 'not-fetched'

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
export type UpdateChannel = 'desktop-updates'

declare global {
  interface Window {
    readonly desktop?: DesktopBridge
  }
}
