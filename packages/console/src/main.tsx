import '@fontsource-variable/inter'
import '../../client/tokens.css'
import './app/global.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { Guarded } from './app/guarded.tsx'
import { hideWhenLeft } from './app/hide-when-left.ts'
import { openRouter } from './app/router.ts'
import { Theme } from './app/theme.tsx'
import { LanguageProvider } from './messages/language-context.tsx'
import { Toasts } from './parts/toast.tsx'
import { openPreferences } from './preferences/preference-store.ts'
import { PreferenceContext } from './preferences/use-preferences.ts'

const RETRIES_MAX = 2

const queries = new QueryClient({
  defaultOptions: { queries: { retry: RETRIES_MAX, refetchOnWindowFocus: false, refetchOnReconnect: false } },
})
const router = openRouter(queries)
const place = document.getElementById('console')
if (!place) throw new Error('index.html has no place for the console')

hideWhenLeft()
createRoot(place).render(
  <CSPProvider disableStyleElements>
    <PreferenceContext value={openPreferences(localStorage)}>
      <Theme />
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <Guarded>
            <RouterProvider router={router} />
            <Toasts />
          </Guarded>
        </QueryClientProvider>
      </LanguageProvider>
    </PreferenceContext>
  </CSPProvider>,
)
