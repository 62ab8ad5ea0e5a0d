import type { ComponentChild } from 'preact'
import { languageOf, type Language } from '../messages/locale.ts'
import type { Words } from '../messages/words.ts'
import type { Chat } from './chat.ts'
import type { AnyPart } from './part.ts'
import type { Place, Room } from './parts.ts'

/** What could not be fetched is not asked for at each drawing. */
const PAUSE_MS = 10_000

export type Parts = ReturnType<typeof openParts>
type Opened = ReturnType<AnyPart['open']>
type Spoken = { Opened: Opened; texts: unknown }
type Held = { language?: Language; spoken?: Spoken; failedAt?: number }

/** Fetches the parts that are needed, and draws those that have come. */
export function openParts(chat: Chat, rooms: readonly Room[]) {
  const opened = new Map<Room, Opened>()
  const held = new Map<Room, Held>()
  const of = (room: Room): Held => held.get(room) ?? {}

  function ask(room: Room, language: Language) {
    const before = of(room)
    const { failedAt = 0, spoken } = before
    if (before.language === language || Date.now() - failedAt < PAUSE_MS) return
    const asked: Held = { ...before, language }
    held.set(room, asked)
    // What was asked for in a language that has changed meanwhile comes too late.
    const settle = (next: Held) => {
      if (of(room) === asked) held.set(room, next)
      chat.changed()
    }
    fetchPart(room, language).then(
      (come) => settle({ language, spoken: come }),
      // In another language than is asked for it still says more than not at all.
      () => settle({ ...(spoken && { spoken }), failedAt: Date.now() }),
    )
  }

  async function fetchPart(room: Room, language: Language): Promise<Spoken> {
    const { part } = await room.load()
    const texts = await part.texts[language]()
    const there = opened.get(room) ?? open(part)
    opened.set(room, there)
    return { Opened: there, texts }
  }

  function open({ styles, open: openPart }: AnyPart): Opened {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    document.adoptedStyleSheets.push(sheet)
    return openPart(chat)
  }

  const parts = {
    at: (place: Place, words: Words): ComponentChild[] =>
      rooms
        .filter(({ stands, needed }) => stands === place && needed(chat))
        .map((room) => {
          ask(room, languageOf(words.locale))
          const { spoken } = of(room)
          return spoken && <spoken.Opened chat={chat} words={words} parts={parts} texts={spoken.texts as never} /> // its own
        }),
    fetchAhead: ({ locale }: Words) => {
      for (const room of rooms) if (room.soon(chat)) ask(room, languageOf(locale))
    },
    /** Something that is needed has not come. */
    areMissing: () => rooms.some((room) => room.needed(chat) && !of(room).spoken && !!of(room).failedAt),
  }
  return parts
}
