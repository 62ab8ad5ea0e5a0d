import { ALERT } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import styles from './shut.css?inline'
import { texts, type ShutTexts } from './texts.en.ts'

export const part: Part<ShutTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Shut,
}

/** That nobody can begin here at the moment, which is no matter to one who is talking; or write. */
function Shut({ chat, texts: own }: PartProps<ShutTexts>) {
  const isOff = chat.lobby().shut === 'off'
  const { state } = chat.screen()
  if (!isOff && (state === 'waiting' || state === 'conversation')) return null
  return (
    <div class="shut" role="status">
      <Icon drawing={ALERT} />
      <p>{isOff ? own.off : own.notNow}</p>
    </div>
  )
}
