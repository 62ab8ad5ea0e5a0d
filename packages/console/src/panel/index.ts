import type { Room } from '../rooms/room.ts'
import { panelTexts } from './texts.ts'

export const panel: Room = {
  texts: [panelTexts],
  contextBlocks: [
    async () => (await import('./person-block.tsx')).PersonBlock,
    async () => (await import('./customer-block.tsx')).CustomerBlock,
    async () => (await import('./visitor-block.tsx')).VisitorBlock,
    async () => (await import('./page-block.tsx')).PageBlock,
    async () => (await import('./conversation-block.tsx')).ConversationBlock,
    async () => (await import('./earlier-block.tsx')).EarlierBlock,
  ],
}
