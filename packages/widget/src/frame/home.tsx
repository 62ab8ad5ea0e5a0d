import { answeringTime } from './answering-time.ts'
import { Avatar, faceOf } from './avatar.tsx'
import type { ComponentProps } from './component-props.ts'
import { Composer } from './composer.tsx'
import { LinkedText } from './linked-text.tsx'
import { PastRow } from './past-row.tsx'
import { PrivacyLine } from './privacy-line.tsx'

const HERE = 'M6 1a5 5 0 1 0 .01 0z'
const TICK = 'M3.7 6.2l1.6 1.6 3-3.4'

/** Somebody is there: the people, their greeting, and the composer as it stays. */
export function Home({ chat, words, parts }: ComponentProps) {
  const { texts } = words
  const { siteName, faces = [], options } = chat.lobby()
  const answersInMs = chat.surroundings().config.answersInMs ?? null
  const [first] = faces
  const greeting = (options.welcome || texts.lead).split('\n').filter((line) => line.trim())
  return (
    <>
      <div class="pane home">
        <div class="people">
          <span class="faces">
            {(first ? faces : [faceOf(siteName)]).map((face, at) => (
              <Avatar key={at} {...face} />
            ))}
          </span>
          <h3>{new Intl.ListFormat(words.locale).format(faces.map(({ name }) => name))}</h3>
          <p>
            <svg class="here" viewBox="0 0 12 12" aria-hidden="true">
              <path d={HERE} />
              <path d={TICK} />
            </svg>
            {answersInMs === null ? texts.here : answeringTime(answersInMs, texts.hereAndFast, words)}
          </p>
        </div>
        <PastRow chat={chat} words={words} parts={parts} />
        <div class="turn">
          <Avatar {...(first ?? faceOf(siteName))} />
          <p class="who">{first?.name ?? siteName}</p>
          {greeting.map((line, at) => (
            <div key={at} class="bubble" dir="auto">
              <LinkedText text={line} changed={chat.changed} />
            </div>
          ))}
        </div>
      </div>
      <Composer chat={chat} words={words} parts={parts} asks={options.asksWhen === 'before' ? options.asks : 'nothing'} />
      <PrivacyLine chat={chat} words={words} parts={parts} />
    </>
  )
}
