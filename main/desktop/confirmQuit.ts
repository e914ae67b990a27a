import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron'
import { desktopTexts } from './desktopTexts.ts'

/** Asks before a run is ended with its service. */
export async function confirmQuit(window: BrowserWindow | null): Promise<'quit' | 'stay'> {
  const { message, detail, quit, stay } = desktopTexts.quit
  const question: MessageBoxOptions = {
    type: 'question',
    title: desktopTexts.product,
    message,
    detail,
    buttons: [quit, stay],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const { response } = await (window === null
    ? dialog.showMessageBox(question)
    : dialog.showMessageBox(window, question))
  return response === 0 ? 'quit' : 'stay'
}
