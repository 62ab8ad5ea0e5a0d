import type { ChatLine, ChatView } from '@portico/protocol/conversations'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { firstNames } from '@portico/protocol/first-names'
import { newId } from '@portico/protocol/new-id'
import { openConnection, type Connection } from './connection.ts'
import { openDrafts } from './drafts.ts'
import { introductionOf, pageOf } from './introduction-of.ts'
import { openMarks } from './marks.ts'
import { openArrivals } from './arrivals.ts'
import type { Chat } from './chat.ts'
import { onceATick } from './once-a-tick.ts'
import type { PagePort } from './page-port.ts'
import { openPast } from './past.ts'
import { screenOf, type Looking, type Screen } from './screen.ts'
import { sendable } from './sendable.ts'
import { openSoundSwitch } from './sound-switch.ts'
import { openStorages } from './storages.ts'
import { readOrMintToken, TOKEN_KEY } from './visitor-token.ts'

/** One visitor at one page, from the frame's first moment on. */
export function openVisit({ surroundings, say, listen }: PagePort): Chat {
  const storages = openStorages({ kept: surroundings().kept, keep: (kept) => say({ type: 'keep', kept }) })
  const { channel } = surroundings().config
  const drafts = openDrafts(storages.passing)
  const sound = openSoundSwitch(storages.lasting)
  const marks = openMarks(storages.lasting)
  const tell: typeof say = (message) =>
    say(message.type === 'said' ? { ...message, opens: lobby().options.opensOnAnswer } : message)
  const arrivals = openArrivals({ marks, say: tell, ring, tellRead, arrived: () => connection?.typing.arrived() })
  const drawers = new Set<() => void>()
  let connection: Connection | undefined
  // Minted for the next conversation that is opened here; the server may answer with another that is open already.
  let conversation = newId<ConversationId>()
  let anew = false
  let readingBack = false
  let earlier: { lines: readonly ChatLine[]; joins: LineId | undefined } = { lines: [], joins: undefined }
  const past = openPast({
    storage: storages.lasting,
    now: () => now(),
    reopenWithinMs: () => lobby().options.reopenWithinMs,
    changed: () => changed(),
  })

  const isHere = () => surroundings().view === 'open' && document.visibilityState === 'visible'
  const isAttentive = () => isHere() && !readingBack && !past.looking() && (surroundings().attentive || document.hasFocus())
  const view = () => connection?.view()
  const shown = () => past.shown() ?? view()

  // A view that begins elsewhere than the earlier lines end has been replaced: they go.
  function lines(): readonly ChatLine[] {
    const now = shown()?.lines ?? []
    return earlier.joins && now[0]?.id === earlier.joins ? [...earlier.lines, ...now] : now
  }

  const ofLive = () => (past.shown() ? (view()?.lines ?? []) : lines())

  const screen = () => screenWith(past.looking())

  function screenWith(looking: Looking | undefined): Screen {
    const you = connection?.live.you()
    return screenOf({
      channel,
      link: connection?.live.link(),
      visitor: you && connection?.live.view(`visitor:${you.id}`),
      chat: view(),
      opening: connection?.sending.isOpening() ?? false,
      anew,
      looking,
    })
  }

  const changed = onceATick(() => {
    look()
    for (const draw of drawers) draw()
  })

  function look() {
    const { state } = screenWith(undefined)
    if (state === 'loading') return
    const unsent = connection?.sending.isUnsent() ?? false
    const known = state === 'waiting' || state === 'conversation'
    arrivals.look({ chat: view(), attentive: isAttentive(), open: isHere(), known, unsent })
  }

  function ring() {
    if (sound.isOn() && !(isHere() && document.hasFocus())) void import('./tone.ts').then(({ playTone }) => playTone(), missed)
  }

  function tellRead({ id }: ChatView, line: LineId) {
    void connection?.live.send({ type: 'read.mark', conversation: id, line })
  }

  function connect(): Connection {
    connection ??= openConnection({ token: readOrMintToken(storages.lasting), channel, storages, page, lines: ofLive, changed })
    return connection
  }

  function send(written: string) {
    const checked = sendable(written)
    if (checked.fault) return
    const line = newId<LineId>()
    const { text } = checked
    const { live, sending, view: viewNow } = connect()
    const now = viewNow()
    arrivals.answered()
    const wanted = past.takeWanted()
    if (wanted) void live.send({ type: 'conversation.reopen', conversation: wanted })
    const running = now?.phase.state === 'closed' ? undefined : now?.id
    const going = wanted ?? running
    if (going) return sending.say({ type: 'message.send', conversation: going, line, text })
    if (now) past.keep()
    if (now?.id === conversation) conversation = newId<ConversationId>() // that one has ended
    anew = false
    const introduction = introductionOf(surroundings(), drafts.read())
    sending.say({ type: 'conversation.open', conversation, channel, line, text, introduction })
  }

  function startOver() {
    connection?.close()
    connection = undefined
    earlier = { lines: [], joins: undefined }
    storages.forget()
    past.leave()
  }

  const page = () => pageOf(surroundings())
  let told = page()?.url

  function heard() {
    const now = page()?.url
    if (told !== now) connection?.live.moved()
    told = now
    changed()
  }

  for (const event of ['focus', 'blur', 'visibilitychange']) addEventListener(event, changed)
  addEventListener('storage', ({ key, newValue }) => {
    if (key === TOKEN_KEY && newValue) connect() // another tab of this browser has begun a conversation
    changed()
  })
  listen({
    changed: heard,
    forget: () => {
      startOver()
      say({ type: 'forgotten' })
    },
  })
  if (storages.lasting.get(TOKEN_KEY)) connect()
  changed()

  const now = () => Date.now() + (connection?.live.clockSkewMs() ?? 0)
  const lobby = () => connection?.live.view(`lobby:${channel}`) ?? surroundings().config

  return {
    surroundings,
    say,
    storages,
    drafts,
    sound,
    arrivals,
    subscribe: (draw: () => void) => {
      drawers.add(draw)
      return () => drawers.delete(draw)
    },
    changed,
    screen,
    connection: () => connection,
    view,
    shown,
    lines,
    putBefore: (page) => {
      const now = lines()
      earlier = { lines: [...page, ...now.slice(0, now.length - (shown()?.lines.length ?? 0))], joins: shown()?.lines[0]?.id }
    },
    lobby,
    now,
    called: firstNames,
    send,
    sendAgain: (line: LineId) => {
      const refused = connection?.sending.take(line)
      if (refused) send(refused.text)
    },
    readBack: (back: boolean) => {
      readingBack = back
      changed()
    },
    isReadingBack: () => readingBack,
    typed: (text: string) => {
      drafts.change({ message: text })
      changed()
      const now = view()
      if (now) connection?.typing.typed({ conversation: now.id, text, previewed: lobby().options.previewsTyping })
    },
    look: past.look,
    goBack: past.goBack,
    hasPast: () => past.isKept() || (screen().state === 'introduction' && view() !== undefined),
    // Only one runs at a time.
    reopens: () => ((view()?.phase.state ?? 'closed') === 'closed' ? past.reopens(shown()) : 'not'),
    reopen: () => past.reopen(shown()),
    startAnew: () => {
      past.leave()
      anew = true
      changed()
    },
    startOver,
  }
}

// The count and the title say it too.
const missed = () => {}
