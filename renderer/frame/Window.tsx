import { FluentProvider } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Router } from 'wouter'
import { problemOf } from '../problem.ts'
import { Frame } from './Frame.tsx'
import { useHashPath } from './hashAddress.ts'
import { LiveService } from './LiveService.tsx'
import { useSystemTheme } from './useSystemTheme.ts'

const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        // The service is on this computer: whether there is a network beyond it does not matter.
        networkMode: 'always',
        // The service says when something has changed, and a service that is gone is waited for in one place.
        retry: (count, error) => problemOf(error).side === 'connection' && count < 2,
      },
      mutations: { networkMode: 'always' },
    },
  })

/** Everything: theme, queries, the live connection to the service, and the frame with its pages. */
export function Window() {
  const { theme, colorScheme } = useSystemTheme()
  const [queries] = useState(newQueryClient)
  useEffect(() => {
    document.documentElement.style.colorScheme = colorScheme
    document.body.style.background = theme.colorNeutralBackground2
  }, [colorScheme, theme])
  return (
    <FluentProvider theme={theme} style={{ height: '100%' }}>
      <QueryClientProvider client={queries}>
        <LiveService>
          <Router hook={useHashPath}>
            <Frame />
          </Router>
        </LiveService>
      </QueryClientProvider>
    </FluentProvider>
  )
}
