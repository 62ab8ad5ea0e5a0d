import type { Room } from '../rooms/room.ts'
import { authTexts } from './texts.ts'

export const auth: Room = {
  texts: [authTexts],
  entrances: [
    { path: '/setup', load: async () => (await import('./setup-screen.tsx')).SetupScreen },
    { path: '/join', load: async () => (await import('./join-screen.tsx')).JoinScreen },
    { path: '/reset', load: async () => (await import('./reset-screen.tsx')).ResetScreen },
    {
      path: '/sign-in',
      search: ({ next }) => (isOwnPath(next) ? { next } : {}),
      leads: ({ needsSetup, signedIn }) => (needsSetup ? '/setup' : signedIn ? '/inbox' : undefined),
      load: async () => (await import('./sign-in-screen.tsx')).SignInScreen,
    },
    {
      // For those who are signed in and whom the site lets do nothing else yet.
      path: '/second-factor',
      leads: ({ lacksSecondFactor }) => (lacksSecondFactor ? undefined : '/inbox'),
      load: async () => (await import('./second-factor-screen.tsx')).SecondFactorScreen,
    },
  ],
  keys: [{ action: 'signOut', name: { en: 'Sign out', fr: 'Se déconnecter' } }],
}

// Only a path of this console may follow a sign-in, never another site.
const isOwnPath = (value: unknown): value is string => typeof value === 'string' && /^\/(?![/\\])/.test(value)
