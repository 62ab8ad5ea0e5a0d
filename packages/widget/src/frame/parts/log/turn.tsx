import type { RefusalReason } from '@portico/protocol/refusals'
import { ALERT, CHECK, CLOCK } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import type { PartProps } from '../../part.ts'
import { Avatar, LinkedText, faceOf } from '../../talk.ts'
import { clockTime, dayName } from './clock-time.ts'
import { noticeText } from './notice.ts'
import type { LogTexts } from './texts.en.ts'
import { Time } from './time.tsx'
import type { Message, Turn } from './turns.ts'

const CHECKS = 'M2 12.5l4.5 4.5L15 7.5M11.5 16.5l.8.7L21.5 7.5'

type Given<Kind extends Turn> = Pick<PartProps<LogTexts>, 'chat' | 'words' | 'texts'> & {
  turn: Kind
  called: (name: string) => string
}

export function TurnView({ chat, words, texts, turn, called }: Given<Turn>) {
  const { locale } = words
  switch (turn.kind) {
    case 'new':
      return <p class="new">{words.counted(words.texts.newMessages, turn.count)}</p>
    case 'day':
      return <p class="day">{dayName({ at: turn.at, now: chat.now(), locale })}</p>
    case 'notice': {
      const { at, notice, author } = turn
      const text = noticeText({ notice, author, called, time: clockTime({ at, locale }), texts })
      return (
        <p class="line">
          {text} {turn.timed && notice !== 'closed' && <Time at={at} words={words} />}
        </p>
      )
    }
    case 'other': {
      const { author } = turn
      const { name, id } = author.kind === 'operator' ? author : { name: '', id: '' }
      return (
        <div class="turn">
          <Avatar {...faceOf(name, id)} />
          <p class="who">
            <span aria-hidden="true">{called(name)}</span>
            <span class="unseen">{name}</span>
          </p>
          <Bubbles messages={turn.messages} state="" changed={chat.changed} />
          {turn.timed && (
            <p class="meta">
              <Time at={turn.at} words={words} />
            </p>
          )}
        </div>
      )
    }
    case 'own':
      return (
        <div class="turn-own">
          <span class="unseen">{texts.you}</span>
          <Bubbles messages={turn.messages} state={turn.delivery.state} changed={chat.changed} />
          <Mark chat={chat} words={words} texts={texts} turn={turn} called={called} />
        </div>
      )
  }
}

type Said = { messages: readonly Message[]; state: string; changed: () => void }

const Bubbles = ({ messages, state, changed }: Said) =>
  messages.map(({ id, text }) => (
    <div key={id} class={`bubble bubble-${state}`} dir="auto">
      <LinkedText text={text} changed={changed} />
    </div>
  ))

function Mark({ chat, words, texts, turn }: Given<Extract<Turn, { kind: 'own' }>>) {
  const { delivery, timed, marked } = turn
  switch (delivery.state) {
    case 'sending':
      return (
        <p class="meta">
          <Icon drawing={CLOCK} small />
          {texts.sending}
        </p>
      )
    case 'sent':
    case 'seen':
      return timed || marked ? (
        <p class="meta">
          {timed && <Time at={turn.at} words={words} />}
          {marked && <span>{delivery.state === 'seen' ? texts.seen : texts.sent}</span>}
          {marked && <Icon drawing={delivery.state === 'seen' ? CHECKS : CHECK} small />}
        </p>
      ) : null
    case 'failed':
      return (
        <p class="meta meta-failed" role="alert">
          <Icon drawing={ALERT} small />
          {failureText(delivery.reason, texts)}
          <button type="button" onClick={() => turn.messages.forEach(({ id }) => chat.sendAgain(id))}>
            {texts.tryAgain}
          </button>
        </p>
      )
  }
}

function failureText(reason: RefusalReason, texts: LogTexts): string {
  if (reason === 'closed') return texts.notSentEnded
  return reason === 'stale' ? texts.notSentStale : texts.notSent
}
