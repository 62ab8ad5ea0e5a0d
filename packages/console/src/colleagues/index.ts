import type { Room } from '../rooms/room.ts'

export const colleagues: Room = {
  conversationMenu: [
    async () => (await import('./menu-entries.tsx')).InviteEntry,
    async () => (await import('./menu-entries.tsx')).HandOverEntry,
    async () => (await import('./menu-entries.tsx')).ObserveEntry,
    async () => (await import('./menu-entries.tsx')).LeaveEntry,
  ],
  keys: [
    {
      action: 'invite',
      letter: 'i',
      word: { en: 'invite', fr: 'inviter' },
      name: { en: 'Invite a colleague', fr: 'Inviter un collègue' },
    },
    {
      action: 'hand-over',
      word: { en: 'transfer', fr: 'transmettre' },
      name: { en: 'Hand over the conversation', fr: 'Transmettre la conversation' },
    },
    { action: 'observe', name: { en: 'Switch to observing', fr: 'Passer en observation' } },
    { action: 'take-part', name: { en: 'Take part', fr: 'Participer' } },
    {
      action: 'leave',
      word: { en: 'leave', fr: 'partir' },
      name: { en: 'Leave the conversation', fr: 'Quitter la conversation' },
    },
  ],
}
