import type { Author } from '@portico/protocol/conversations'
import type { RefusalReason } from '@portico/protocol/refusals'
import { fill, type Words } from '../messages/words.ts'
import { Avatar } from './avatar.tsx'
import type { ComponentProps } from './component-props.ts'
import { Icon } from './icon.tsx'
import { LinkedText } from './linked-text.tsx'
import { Time } from './time.tsx'
import type { Message, Notice, Turn } from './turns.ts'

export function TurnView({ visit, words, turn }: ComponentProps & { turn: Turn }) {
  const now = visit.now()
  switch (turn.kind) {
    case 'new':
      return <p class="new">{words.counted(words.texts.newMessages, turn.count)}</p>
    case 'notice':
      return (
        <p class="line">
          {noticeText(turn, words)} <Time at={turn.at} now={now} words={words} />
        </p>
      )
    case 'other': {
      const { author } = turn
      const name = author.kind === 'operator' ? author.name : ''
      return (
        <div class="turn">
          <Avatar id={author.kind === 'operator' ? author.id : ''} name={name} />
          <p class="who">{name}</p>
          <Bubbles messages={turn.messages} />
          <p class="meta">
            <Time at={turn.at} now={now} words={words} />
          </p>
        </div>
      )
    }
    case 'own':
      return (
        <div class="turn-own">
          <span class="unseen">{words.texts.you}</span>
          <Bubbles messages={turn.messages} failed={turn.delivery.state === 'failed'} />
          <Mark visit={visit} words={words} turn={turn} />
        </div>
      )
  }
}

const Bubbles = ({ messages, failed }: { messages: readonly Message[]; failed?: boolean }) =>
  messages.map(({ id, text }) => (
    <div key={id} class={failed ? 'bubble bubble-failed' : 'bubble'} dir="auto">
      <LinkedText text={text} />
    </div>
  ))

function Mark({ visit, words, turn }: ComponentProps & { turn: Extract<Turn, { kind: 'own' }> }) {
  const { texts } = words
  const time = <Time at={turn.at} now={visit.now()} words={words} />
  switch (turn.delivery.state) {
    case 'sending':
      return (
        <p class="meta">
          {texts.sending}
          <Icon name="clock" small />
        </p>
      )
    case 'sent':
      return (
        <p class="meta">
          {time}
          <span>{texts.sent}</span>
          <Icon name="check" small />
        </p>
      )
    case 'seen':
      return (
        <p class="meta">
          {time}
          <span>{texts.seen}</span>
          <Icon name="checks" small />
        </p>
      )
    case 'failed':
      return (
        <p class="meta meta-failed" role="alert">
          <Icon name="alert" small />
          {failureText(turn.delivery.reason, words)}
          <button type="button" onClick={() => turn.messages.forEach(({ id }) => visit.sendAgain(id))}>
            {texts.tryAgain}
          </button>
        </p>
      )
  }
}

function noticeText({ notice, author }: { notice: Notice; author: Author }, { texts }: Words): string {
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

function failureText(reason: RefusalReason, { texts }: Words): string {
  if (reason === 'closed') return texts.notSentEnded
  return reason === 'stale' ? texts.notSentStale : texts.notSent
}
