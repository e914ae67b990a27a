import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'

const dark = matchMedia('(prefers-color-scheme: dark)')

interface SystemTheme {
  readonly theme: Theme
  readonly colorScheme: 'light' | 'dark'
}

const themes: Readonly<Record<'light' | 'dark', SystemTheme>> = {
  light: { theme: webLightTheme, colorScheme: 'light' },
  dark: { theme: webDarkTheme, colorScheme: 'dark' },
}

/** Light or dark, as the system has it now; the colours of high contrast are put over either by the system itself. */
export function useSystemTheme(): SystemTheme {
  return themes[useSyncExternalStore(follow, present)]
}

function follow(changed: () => void): () => void {
  dark.addEventListener('change', changed)
  return () => dark.removeEventListener('change', changed)
}

function present(): keyof typeof themes {
  return dark.matches ? 'dark' : 'light'
}
