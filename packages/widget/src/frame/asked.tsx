import type { Chat } from './chat.ts'
import { ALERT } from './drawings.ts'
import { Icon } from './icon.tsx'
import type { Words } from '../messages/words.ts'

type Given = { chat: Chat; words: Words; field: 'name' | 'email'; fault: string | undefined; first: boolean }

/** A row of the composer, like one in the head of a letter. */
export function Asked({ chat, words: { texts }, field, fault, first }: Given) {
  const isWrong = fault === field
  return (
    <label class={isWrong ? 'asked asked-wrong' : 'asked'}>
      <span>{texts[field]}</span>
      <input
        name={field}
        inputMode={field === 'email' ? 'email' : 'text'}
        autoComplete={field}
        placeholder={field === 'email' ? texts.emailHint : texts.nameHint}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'fault' : undefined}
        value={chat.drafts.read()[field]}
        data-first={first}
        onInput={({ currentTarget }) => {
          chat.drafts.change({ [field]: currentTarget.value })
          chat.changed()
        }}
      />
      {isWrong && <Icon drawing={ALERT} small />}
    </label>
  )
}
