import { Inbox } from 'lucide-react'
import { composerTexts } from '../composer/texts.ts'
import { colleaguesTexts } from '../colleagues/texts.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { helpTexts } from '../help/texts.ts'
import { labelsTexts } from '../labels/texts.ts'
import { panelTexts } from '../panel/texts.ts'
import type { Room } from '../rooms/room.ts'
import { routingTexts } from '../routing/texts.ts'
import { welcomeTexts } from '../welcome/texts.ts'
import { inboxTexts } from './texts.ts'

export const inbox: Room = {
  texts: [
    routingTexts,
    inboxTexts,
    conversationsTexts,
    composerTexts,
    helpTexts,
    labelsTexts,
    panelTexts,
    welcomeTexts,
    colleaguesTexts,
  ],
  screens: [
    {
      path: '/inbox',
      search: ({ welcome }) => (welcome === 'first' || welcome === true ? { welcome } : {}),
      load: async () => (await import('./inbox-screen.tsx')).InboxScreen,
      children: [
        { path: '/', load: async () => (await import('./choose-screen.tsx')).ChooseScreen },
        {
          path: '$conversation',
          search: ({ about }) => (about ? { about: true } : {}),
          load: async () => (await import('./conversation-screen.tsx')).ConversationScreen,
        },
      ],
    },
  ],
  places: [
    {
      to: '/inbox',
      name: { en: 'Inbox', fr: 'Réception' },
      icon: Inbox,
      group: 'work',
      badge: async () => (await import('./inbox-badge.tsx')).InboxBadge,
    },
  ],
  palette: [{ group: 'conversations', load: async () => (await import('./use-conversation-items.ts')).useConversationItems }],
  keys: [
    { action: 'next', letter: 'j', name: { en: 'Next conversation', fr: 'Conversation suivante' } },
    { action: 'previous', letter: 'k', name: { en: 'Previous conversation', fr: 'Conversation précédente' } },
    { action: 'accept', letter: 'a', name: { en: 'Accept the request', fr: 'Accepter la demande' } },
    { action: 'preview', letter: 'p', name: { en: 'Preview the request', fr: 'Aperçu de la demande' } },
    { action: 'move-up', name: { en: 'Move this conversation up', fr: 'Monter cette conversation' } },
    { action: 'move-down', name: { en: 'Move this conversation down', fr: 'Descendre cette conversation' } },
    { action: 'unread', name: { en: 'Oldest unread conversation', fr: 'Plus ancienne conversation non lue' } },
  ],
}
