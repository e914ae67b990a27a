import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { StartPage } from './start/StartPage.tsx'
import './start/start.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id root')
createRoot(root).render(
  <StrictMode>
    <StartPage version={connectorVersion} shell={window.desktop === undefined ? 'browser' : 'desktop'} />
  </StrictMode>,
)
