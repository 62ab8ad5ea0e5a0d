import type { Part, PartProps } from '../../part.ts'
import styles from './thanks.css?inline'
import { texts, type ThanksTexts } from './texts.en.ts'

export const part: Part<ThanksTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Thanks,
}

function Thanks({ chat, texts: own }: PartProps<ThanksTexts>) {
  const { takesThanks, thanksAnswer } = chat.lobby().options
  const view = chat.view()
  if (!view || !takesThanks) return null
  const thank = () => void chat.connection()?.live.send({ type: 'thanks.give', conversation: view.id })
  return (
    <div class="thanks">
      {(view.thankedAt ?? null) === null ? (
        <button class="button" type="button" onClick={thank}>
          {own.thank}
        </button>
      ) : (
        <p>{thanksAnswer}</p>
      )}
    </div>
  )
}
