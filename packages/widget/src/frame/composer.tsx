import type { ComponentProps } from './component-props.ts'
import { SEND } from './drawings.ts'
import { messageFault } from './faults.ts'
import { Icon } from './icon.tsx'
import { sendsMessage } from './sends-message.ts'

const HEIGHT_MAX = 120

/** Where the visitor writes: it grows with the text, and says what cannot be sent before it is tried. */
export function Composer({ chat, words }: ComponentProps) {
  const { texts } = words
  const text = chat.drafts.read().message
  const empty = text.trim() === ''
  const fault = empty ? undefined : messageFault(text, words)

  function send() {
    if (empty || fault) return
    chat.send(text)
    chat.typed('')
  }
  function press(event: KeyboardEvent) {
    if (!sendsMessage(event)) return
    event.preventDefault()
    send()
  }

  return (
    <form
      class="composing"
      onSubmit={(event) => {
        event.preventDefault()
        send()
        event.currentTarget.querySelector('textarea')?.focus()
      }}
    >
      {fault && (
        <p class="fault" id="message-fault" role="alert">
          {fault}
        </p>
      )}
      <div class="composer">
        <textarea
          class="compose"
          ref={(area) => fit(area)}
          rows={1}
          aria-label={texts.write}
          aria-invalid={fault !== undefined}
          aria-describedby={fault && 'message-fault'}
          placeholder={texts.write}
          value={text}
          data-first
          onInput={({ currentTarget }) => chat.typed(currentTarget.value)}
          onKeyDown={press}
        />
        <button class={empty || fault ? 'round round-rest' : 'round'} type="submit" aria-label={texts.send}>
          <Icon drawing={SEND} />
        </button>
      </div>
      {chat.lobby().options.previewsTyping && <p class="fine">{texts.previews}</p>}
    </form>
  )
}

// After each drawing: the text is in it then, and its height is known.
function fit(area: HTMLTextAreaElement | null): void {
  if (!area) return
  area.style.height = 'auto'
  area.style.height = `${Math.min(area.scrollHeight, HEIGHT_MAX)}px`
}
