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
import { sharedTexts } from './messages/texts.ts'
import { Toasts } from './parts/toast.tsx'
import { languageOf } from './preferences/languages.ts'
import { openPreferences } from './preferences/preference-store.ts'
import { PreferenceContext } from './preferences/use-preferences.ts'
import { ROOMS } from './rooms.ts'
import { RoomsContext } from './rooms/use-rooms.ts'

const RETRIES_MAX = 2

const queries = new QueryClient({
  defaultOptions: { queries: { retry: RETRIES_MAX, refetchOnWindowFocus: false, refetchOnReconnect: false } },
})
const preferences = openPreferences(localStorage)
const language = () => languageOf(preferences.get().language, navigator.languages)
const router = openRouter({ rooms: ROOMS, queries, language })
const place = document.getElementById('console')
if (!place) throw new Error('index.html has no place for the console')
const root = createRoot(place)

hideWhenLeft()
// They are named from where the page was loaded, and its address changes.
for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel*=icon], link[rel=manifest]'))
  link.setAttribute('href', link.href)
// Even what went wrong is said in words: nothing is drawn before there are any.
void sharedTexts.load(language()).then(() =>
  root.render(
    <CSPProvider disableStyleElements>
      <PreferenceContext value={preferences}>
        <Theme />
        <LanguageProvider>
          <RoomsContext value={ROOMS}>
            <QueryClientProvider client={queries}>
              <Guarded>
                <RouterProvider router={router} />
                <Toasts />
              </Guarded>
            </QueryClientProvider>
          </RoomsContext>
        </LanguageProvider>
      </PreferenceContext>
    </CSPProvider>,
  ),
)
