import { contextBridge, ipcRenderer } from 'electron'
import type {
  CommandChannel,
  DesktopBridge,
  DesktopCommand,
  UpdateChannel,
  UpdateNews,
} from './desktop/desktopBridge.ts'

type CommandListener = (command: DesktopCommand) => void
type UpdateListener = (news: UpdateNews) => void

const channel: CommandChannel = 'desktop-command'
const listeners = new Set<CommandListener>()
let unheard: DesktopCommand[] = []

ipcRenderer.on(channel, (_event, command: DesktopCommand) => {
  if (listeners.size === 0) unheard.push(command)
  for (const listener of listeners) listener(command)
})

const updateChannel: UpdateChannel = 'desktop-updates'
const updateListeners = new Set<UpdateListener>()
let updateNews: UpdateNews | null = null

ipcRenderer.on(updateChannel, (_event, news: UpdateNews) => {
  updateNews = news
  for (const listener of updateListeners) listener(news)
})

const desktop: DesktopBridge = {
  electron: process.versions.electron ?? '',
  onCommand(listener) {
    // The same function may be given twice: each time counts.
    const own: CommandListener = (command) => listener(command)
    listeners.add(own)
    const waiting = unheard
    unheard = []
    for (const command of waiting) own(command)
    return () => void listeners.delete(own)
  },
  onUpdates(listener) {
    const own: UpdateListener = (news) => listener(news)
    updateListeners.add(own)
    if (updateNews !== null) own(updateNews)
    return () => void updateListeners.delete(own)
  },
}
contextBridge.exposeInMainWorld('desktop', desktop)
