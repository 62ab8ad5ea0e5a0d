import { openingDay, openingThere, openingWait } from '@portico/protocol/opening-words'
import type { Words } from '../../../messages/words.ts'
import { fill } from '../../../messages/words.ts'
import { CHECK, CLOCK, MOON } from '../../drawings.ts'
import type { Chat } from '../../chat.ts'
import type { Part, PartProps } from '../../part.ts'
import { Card } from './card.tsx'
import { openQueue, type Told } from './queue.ts'
import { texts, type WaitingTexts } from './texts.en.ts'
import styles from './waiting.css?inline'

export const part: Part<WaitingTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: (chat) => {
    const place = openQueue(chat)
    return (props) => <Waiting {...props} told={place()} />
  },
}

type Props = PartProps<WaitingTexts> & { told: Told | undefined }

/** Under the header, where it does not scroll: that nobody is there; then what has happened to the visitor's words, and what will. */
function Waiting({ chat, words, texts: own, told }: Props) {
  const screen = chat.screen()
  const opening = openingOf(chat, { locale: words.locale, texts: own })
  if (screen.state === 'introduction') {
    return <Card drawing={MOON} title={opening?.title ?? own.leaveTitle} text={opening?.text ?? own.leaveText} />
  }
  const delivered = screen.state === 'waiting' && screen.chat !== undefined
  if (
    !delivered &&
    chat
      .connection()
      ?.sending.answered()
      .some(({ refused }) => refused)
  )
    return null
  const { staffed } = chat.lobby()
  if (delivered && staffed && told) return <Card figure={told.place} {...placed(told, own, words)} />
  const arrivedText = staffed ? own.waitingText : (opening?.arrived ?? own.awayText)
  return (
    <Card
      drawing={delivered ? CHECK : CLOCK}
      title={delivered ? own.waitingTitle : own.sendingTitle}
      text={delivered ? arrivedText : own.sendingText}
    />
  )
}

/** What is said while it is closed and known when it opens; the configuration of a page may be older than that. */
function openingOf(chat: Chat, { locale, texts: own }: { locale: string; texts: WaitingTexts }) {
  const { hours } = chat.lobby()
  const now = Date.now()
  if (hours?.state !== 'closed' || hours.opens === null || hours.opens <= now) return undefined
  const given = { opens: hours.opens, zone: hours.zone, now, locale, texts: own }
  const when = openingDay(given)
  const text = fill(own.opensText, { wait: openingWait(given) })
  const there = openingThere(given)
  return {
    title: fill(own.opensTitle, { when }),
    text: there === '' ? text : `${there} ${text}`,
    arrived: fill(own.closedText, { when }),
  }
}

/** The place in words, and how long it may take where that is known. */
function placed({ place, minutes, isLonger }: Told, own: WaitingTexts, words: Words): { title: string; text: string } {
  const title = isLonger ? own.longer : place === 1 ? own.next : fill(own.place, { place: `${place}` })
  if (!minutes) return { title, text: own.waitingText }
  const { from, to } = minutes
  const text = from === 0 ? words.counted(own.lessThan, to) : fill(own.between, { from: `${from}`, to: `${to}` })
  return { title, text: isLonger ? `${text} ${own.kept}` : text }
}
