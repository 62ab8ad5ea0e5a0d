import { ScrollText, ShieldCheck } from 'lucide-react'
import { authTexts } from '../auth/texts.ts'
import type { Room } from '../rooms/room.ts'
import { securityTexts } from './texts.ts'

export const security: Room = {
  texts: [securityTexts, authTexts],
  settings: [
    {
      group: 'people',
      path: 'sign-in-rules',
      name: { en: 'Sign-in rules', fr: 'Règles de connexion' },
      icon: ShieldCheck,
      allowed: ({ role }) => role === 'owner',
      load: async () => (await import('./sign-in-rules-screen.tsx')).SignInRulesScreen,
      state: async () => (await import('./security-states.tsx')).SignInRulesState,
    },
    {
      group: 'data',
      path: 'security',
      name: { en: 'Security log', fr: 'Journal de sécurité' },
      icon: ScrollText,
      allowed: (_me, may) => may('security'),
      load: async () => (await import('./security-screen.tsx')).SecurityScreen,
      state: async () => (await import('./security-states.tsx')).SecurityState,
    },
  ],
}
