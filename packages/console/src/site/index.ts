import { Store } from 'lucide-react'
import { authTexts } from '../auth/texts.ts'
import type { Room } from '../rooms/room.ts'
import { siteTexts } from './texts.ts'

export const site: Room = {
  texts: [siteTexts, authTexts],
  settings: [
    {
      group: 'workspace',
      path: 'site',
      name: { en: 'Your site', fr: 'Votre site' },
      icon: Store,
      allowed: (_me, may) => may('site'),
      load: async () => (await import('./site-screen.tsx')).SiteScreen,
      state: async () => (await import('./site-state.tsx')).SiteState,
    },
  ],
}
