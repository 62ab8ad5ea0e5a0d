import type { Part, PartProps } from '../../part.ts'
import { Skeleton } from '../../skeleton.tsx'
import { Avatar, faceOf } from '../../talk.ts'
import { openPastList, type PastChat } from './past-list.ts'
import styles from './past.css?inline'
import { texts, type PastTexts } from './texts.en.ts'

type List = ReturnType<typeof openPastList>

export const part: Part<PastTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: (chat) => {
    const list = openPastList(chat)
    return (props) => <Past {...props} list={list} />
  },
}

function Past({ chat, words, parts, texts: own, list }: PartProps<PastTexts> & { list: List }) {
  const state = list.state()
  if (state === 'failed')
    return (
      <div class="pane pane-form" role="status">
        <p class="lead">{own.failed}</p>
        <button class="button button-quiet" type="button" data-first onClick={() => void list.load()}>
          {own.tryAgain}
        </button>
      </div>
    )
  if (state !== 'there') return <Skeleton words={words} />
  return (
    <div class="pane past">
      <ul>
        {list.chats().map((one, at) => (
          <li key={one.id}>
            <button type="button" data-first={at === 0} onClick={() => void list.open(one)}>
              <Row chat={chat} words={words} parts={parts} texts={own} one={one} />
            </button>
          </li>
        ))}
      </ul>
      {list.hasMore() && (
        <button class="link" type="button" onClick={() => void list.load()}>
          {own.more}
        </button>
      )}
    </div>
  )
}

function Row({ chat, words, texts: own, one }: PartProps<PastTexts> & { one: PastChat }) {
  const names = new Intl.ListFormat(words.locale)
  const [first = faceOf(chat.lobby().siteName)] = one.faces
  return (
    <>
      <Avatar {...first} />
      <span>
        <b>{one.faces.length > 0 ? names.format(one.faces.map(({ name }) => name)) : own.unanswered}</b>
        <span dir="auto">{one.excerpt}</span>
      </span>
      <time dateTime={new Date(one.closedAt).toISOString()}>
        {new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short' }).format(one.closedAt)}
      </time>
    </>
  )
}
