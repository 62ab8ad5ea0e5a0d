import { fill } from '../../../messages/words.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import { texts, type LostTexts } from './texts.en.ts'

const NO_CLOUD = 'M4 4l16 16M8.5 8.6A6 6 0 0 0 7 19h9.5M11.5 7.1A6 6 0 0 1 18.4 12a3.6 3.6 0 0 1 1.9 6'

export const part: Part<LostTexts> = {
  styles: '',
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Lost,
}

/** Shown from the loss of the connection until it is back, through all tries between. */
function Lost({ chat, words, texts: own }: PartProps<LostTexts>) {
  const connection = chat.connection()
  const lost = connection?.lost()
  if (!connection || !lost) return null
  const { live } = connection
  const link = live.link()
  const text = lost === 'limited' ? own.tooMuchAtOnce : own.connectionLost
  const seconds = link.state === 'waiting' ? Math.max(0, Math.ceil((link.nextTryAt - Date.now()) / 1000)) : 0
  const time = new Intl.RelativeTimeFormat(words.locale, { numeric: 'auto' }).format(seconds, 'second')
  return (
    <div class="notice notice-line" role="status">
      <Icon drawing={NO_CLOUD} />
      <span>{fill(text, { time })}</span>
      <button class="link" type="button" onClick={() => live.tryNow()}>
        {own.tryNow}
      </button>
    </div>
  )
}
