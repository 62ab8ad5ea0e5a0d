import { BellRing, Globe } from 'lucide-react'
import { authTexts } from '../auth/texts.ts'
import type { Room } from '../rooms/room.ts'
import { channelsTexts } from './texts.ts'

export const channels: Room = {
  texts: [channelsTexts, authTexts],
  settings: [
    {
      group: 'you',
      path: 'my-channels',
      name: { en: 'My channels', fr: 'Mes canaux' },
      icon: BellRing,
      load: async () => (await import('./my-channels-screen.tsx')).MyChannelsScreen,
      state: async () => (await import('./my-channels-state.tsx')).MyChannelsState,
    },
    {
      group: 'workspace',
      path: 'channels',
      name: { en: 'Channels', fr: 'Canaux' },
      icon: Globe,
      load: async () => (await import('./channels-screen.tsx')).ChannelsScreen,
      state: async () => (await import('./channels-state.tsx')).ChannelsState,
    },
  ],
  screens: [
    {
      path: '/settings/channels/$channel',
      search: ({ section }) => (typeof section === 'string' ? { section } : {}),
      load: async () => (await import('./channel-screen.tsx')).ChannelScreen,
    },
  ],
  moved: [
    { from: '/channels', to: '/settings/channels' },
    { from: '/channels/$channel', to: '/settings/channels/$channel' },
  ],
  channelSections: [
    {
      key: 'general',
      name: { en: 'General', fr: 'Général' },
      load: async () => (await import('./general-section.tsx')).GeneralSection,
    },
    {
      key: 'appearance',
      name: { en: 'Appearance', fr: 'Apparence' },
      load: async () => (await import('./appearance-section.tsx')).AppearanceSection,
    },
    {
      key: 'introduction',
      name: { en: 'Introduction', fr: 'Introduction' },
      load: async () => (await import('./introduction-section.tsx')).IntroductionSection,
    },
    {
      key: 'members',
      name: { en: 'Members', fr: 'Membres' },
      load: async () => (await import('./members-section.tsx')).MembersSection,
    },
    {
      key: 'sites',
      name: { en: 'Sites', fr: 'Sites admis' },
      load: async () => (await import('./sites-section.tsx')).SitesSection,
    },
    {
      key: 'snippet',
      name: { en: 'Snippet', fr: 'Extrait de code' },
      load: async () => (await import('./snippet-section.tsx')).SnippetSection,
    },
  ],
  palette: [
    { group: 'screens', load: async () => (await import('./use-channel-items.ts')).useChannelItems },
    { group: 'actions', load: async () => (await import('./use-membership-items.ts')).useMembershipItems },
  ],
}
