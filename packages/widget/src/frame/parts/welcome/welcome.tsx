import type { Part, PartProps } from '../../part.ts'
import { Avatar, LinkedText, faceOf } from '../../talk.ts'
import { answeringTime } from './answering-time.ts'
import { texts, type WelcomeTexts } from './texts.en.ts'
import styles from './welcome.css?inline'

const HERE = 'M6 1a5 5 0 1 0 .01 0z'
const TICK = 'M3.7 6.2l1.6 1.6 3-3.4'

export const part: Part<WelcomeTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Welcome,
}

/** Over the composer, while somebody is there: who, how fast they answer, and their greeting. */
function Welcome({ chat, words, texts: own }: PartProps<WelcomeTexts>) {
  const { siteName, faces = [], options, shut } = chat.lobby()
  const answersInMs = chat.surroundings().config.answersInMs ?? null
  const [first] = faces
  const greeting = (options.welcome || own.lead).split('\n').filter((line) => line.trim())
  if (shut) return <div class="pane" />
  return (
    <div class="pane welcome">
      <div class="people">
        <span class="faces">
          {(first ? faces : [faceOf(siteName)]).map((face, at) => (
            <Avatar key={at} {...face} />
          ))}
        </span>
        <h3>{new Intl.ListFormat(words.locale).format(first ? faces.map(({ name }) => name) : [siteName])}</h3>
        <p>
          <svg class="here" viewBox="0 0 12 12" aria-hidden="true">
            <path d={HERE} />
            <path d={TICK} />
          </svg>
          {answersInMs === null ? words.texts.here : answeringTime({ answersInMs, locale: words.locale, text: own.hereAndFast })}
        </p>
      </div>
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
  )
}
