import type { Author } from '@portico/protocol/conversations'
import type { RefusalReason } from '@portico/protocol/refusals'
import { fill } from '../../../messages/words.ts'
import { Avatar } from '../../avatar.tsx'
import { CHECK, CLOCK } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import { LinkedText } from '../../linked-text.tsx'
import type { PartProps } from '../../part.ts'
import type { LogTexts } from './texts.en.ts'
import { Time } from './time.tsx'
import type { Message, Notice, Turn } from './turns.ts'

const ALERT = 'M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.01'
const CHECKS = 'M2 12.5l4.5 4.5L15 7.5M11.5 16.5l.8.7L21.5 7.5'

type Given<Kind extends Turn> = Pick<PartProps<LogTexts>, 'chat' | 'words' | 'texts'> & { turn: Kind }

export function TurnView({ chat, words, texts, turn }: Given<Turn>) {
  const now = chat.now()
  switch (turn.kind) {
    case 'new':
      return <p class="new">{words.counted(words.texts.newMessages, turn.count)}</p>
    case 'notice':
      return (
        <p class="line">
          {noticeText(turn, texts)} <Time at={turn.at} now={now} words={words} />
        </p>
      )
    case 'other': {
      const { author } = turn
      const name = author.kind === 'operator' ? author.name : ''
      return (
        <div class="turn">
          <Avatar id={author.kind === 'operator' ? author.id : ''} name={name} />
          <p class="who">{name}</p>
          <Bubbles messages={turn.messages} changed={chat.changed} />
          <p class="meta">
            <Time at={turn.at} now={now} words={words} />
          </p>
        </div>
      )
    }
    case 'own':
      return (
        <div class="turn-own">
          <span class="unseen">{texts.you}</span>
          <Bubbles messages={turn.messages} failed={turn.delivery.state === 'failed'} changed={chat.changed} />
          <Mark chat={chat} words={words} texts={texts} turn={turn} />
        </div>
      )
  }
}

type Said = { messages: readonly Message[]; failed?: boolean; changed: () => void }

const Bubbles = ({ messages, failed, changed }: Said) =>
  messages.map(({ id, text }) => (
    <div key={id} class={failed ? 'bubble bubble-failed' : 'bubble'} dir="auto">
      <LinkedText text={text} changed={changed} />
    </div>
  ))

function Mark({ chat, words, texts, turn }: Given<Extract<Turn, { kind: 'own' }>>) {
  const time = <Time at={turn.at} now={chat.now()} words={words} />
  switch (turn.delivery.state) {
    case 'sending':
      return (
        <p class="meta">
          {texts.sending}
          <Icon drawing={CLOCK} small />
        </p>
      )
    case 'sent':
      return (
        <p class="meta">
          {time}
          <span>{texts.sent}</span>
          <Icon drawing={CHECK} small />
        </p>
      )
    case 'seen':
      return (
        <p class="meta">
          {time}
          <span>{texts.seen}</span>
          <Icon drawing={CHECKS} small />
        </p>
      )
    case 'failed':
      return (
        <p class="meta meta-failed" role="alert">
          <Icon drawing={ALERT} small />
          {failureText(turn.delivery.reason, texts)}
          <button type="button" onClick={() => turn.messages.forEach(({ id }) => chat.sendAgain(id))}>
            {texts.tryAgain}
          </button>
        </p>
      )
  }
}

function noticeText({ notice, author }: { notice: Notice; author: Author }, texts: LogTexts): string {
  const name = author.kind === 'operator' ? author.name : ''
  switch (notice) {
    case 'joined':
      return fill(texts.joined, { name })
    case 'left':
      return fill(texts.left, { name })
    case 'closed':
      return author.kind === 'visitor'
        ? texts.endedByYou
        : author.kind === 'operator'
          ? fill(texts.endedBy, { name })
          : texts.ended
    case 'bear-with-us':
      return texts.bearWithUs
  }
}

function failureText(reason: RefusalReason, texts: LogTexts): string {
  if (reason === 'closed') return texts.notSentEnded
  return reason === 'stale' ? texts.notSentStale : texts.notSent
}
