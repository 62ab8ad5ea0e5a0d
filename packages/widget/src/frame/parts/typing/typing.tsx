import { fill } from '../../../messages/words.ts'
import type { Part, PartProps } from '../../part.ts'
import { Avatar, faceOf } from '../../talk.ts'
import { texts, type TypingTexts } from './texts.en.ts'
import styles from './typing.css?inline'

export const part: Part<TypingTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Typing,
}

/** Below what was said: who of the staff writes. */
function Typing({ chat, texts: own }: PartProps<TypingTexts>) {
  const writer = chat.connection()?.typing.writer()
  if (!writer) return null
  const name = chat.called([writer.name]).join('')
  return (
    <div class="turn">
      <Avatar {...faceOf(writer.name, writer.id)} />
      <div class="bubble typing" role="img" aria-label={fill(own.isWriting, { name })}>
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}
