import { applierOf } from './applier.ts'
import { applyToChannel } from './channel.ts'
import { applyToChat } from './chat.ts'
import { applyToConversation } from './conversation.ts'
import { applyToLobby } from './lobby.ts'
import { applyToOperator } from './operator.ts'
import { applyToSettings } from './settings.ts'
import { applyToVisitor } from './visitor.ts'

/** One step of the view of any topic: what the server proves itself right with. */
export const applyEvent = applierOf({
  conversation: applyToConversation,
  chat: applyToChat,
  channel: applyToChannel,
  lobby: applyToLobby,
  operator: applyToOperator,
  visitor: applyToVisitor,
  settings: applyToSettings,
})

/** The same for the topics that visitors have. The widget pays for every byte. */
export const applyForVisitor = applierOf({ chat: applyToChat, lobby: applyToLobby, visitor: applyToVisitor })
