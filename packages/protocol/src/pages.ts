// Pages of lists, and what a page of a site is told: answers to requests that are made of the same parts as views.
import { face } from './presence.ts'
import * as s from './schema.ts'
import { conversationId } from './ids.ts'
import { chatLine, conversationLine, row, views, type ElementOf } from './views.ts'

/** GET /api/conversations?list=mine|team|closed&before=<cursor>: newest movement first. */
export const conversationPage = s.object({ rows: s.array(row), next: s.nullable(s.string()) })
/** POST /api/search: of the visitors who are called so, the newest conversations; `more` where others are called so too. */
export const searchAnswer = s.object({ rows: s.array(row), more: s.boolean() })
/** GET /api/conversations/<id>/lines?before=<ordinal>: oldest first, those right before. */
export const linesPage = s.object({ lines: s.array(conversationLine), older: s.boolean() })
/** GET /api/chats/<id>/lines?before=<line id>, the visitor's side of the same. */
export const chatLinesPage = s.object({ lines: s.array(chatLine), older: s.boolean() })
/** GET /api/chats?channel=<id>&before=<cursor>: conversations of this visitor that have ended, the last begun first. */
export const chatsPage = s.object({
  chats: s.array(
    s.object({ id: conversationId, openedAt: s.instant(), closedAt: s.instant(), faces: s.array(face), excerpt: s.string() }),
  ),
  next: s.nullable(s.string()),
})
/** GET /widget/<channel>/config.json?locale=<of the page>: cacheable for a minute, all that the loader needs before anybody acts. */
export const widgetConfigQuery = s.object({ locale: s.optional(s.text(35)) })
export const widgetConfig = s.object({
  ...views.lobby.shape,
  frame: s.string(),
  /** How long visitors have waited for the first answer lately, the middle one of them; null where too few were answered to say. */
  answersInMs: s.nullable(s.int().min(0)).default(null),
})

export type ConversationPage = Omit<s.Infer<typeof conversationPage>, 'rows'> & { rows: ElementOf['row'][] }
export type SearchAnswer = Omit<s.Infer<typeof searchAnswer>, 'rows'> & { rows: ElementOf['row'][] }
export type LinesPage = Omit<s.Infer<typeof linesPage>, 'lines'> & { lines: ElementOf['conversationLine'][] }
export type ChatLinesPage = Omit<s.Infer<typeof chatLinesPage>, 'lines'> & { lines: ElementOf['chatLine'][] }
export type ChatsPage = s.Infer<typeof chatsPage>
export type WidgetConfig = s.Held<typeof widgetConfig>
