import { House } from 'lucide-react'
import { channelsTexts } from '../channels/texts.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { helpTexts } from '../help/texts.ts'
import { presenceTexts } from '../presence/texts.ts'
import type { Room } from '../rooms/room.ts'
import { welcomeTexts } from '../welcome/texts.ts'
import { homeTexts } from './texts.ts'

export const home: Room = {
  texts: [homeTexts, conversationsTexts, presenceTexts, channelsTexts, helpTexts, welcomeTexts],
  screens: [{ path: '/home', load: async () => (await import('./home-screen.tsx')).HomeScreen }],
  places: [{ to: '/home', name: { en: 'Home', fr: 'Accueil' }, icon: House, group: 'work' }],
}
