import { contextBridge } from 'electron'

/** What the page may know of the window it runs in; in a browser it is absent. */
contextBridge.exposeInMainWorld('desktop', { electron: process.versions.electron })
