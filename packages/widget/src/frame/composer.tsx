import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ComponentProps } from './component-props.ts'
import { messageFault } from './faults.ts'
import { Icon } from './icon.tsx'
import { sendsMessage } from './sends-message.ts'

const HEIGHT_MAX = 120

/** Where the visitor writes: it grows with the text, and says what cannot be sent before it is tried. */
export function Composer({ visit, words }: ComponentProps) {
  const { texts } = words
  const [text, setText] = useState(visit.drafts.read().message)
  const area = useRef<HTMLTextAreaElement>(null)
  const empty = text.trim() === ''
  const fault = empty ? undefined : messageFault(text, words)

  useLayoutEffect(() => {
    if (!area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${Math.min(area.current.scrollHeight, HEIGHT_MAX)}px`
  }, [text])

  function change(next: string) {
    setText(next)
    visit.typed(next)
  }
  function send() {
    if (empty || fault) return
    visit.send(text)
    change('')
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
        area.current?.focus()
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
          ref={area}
          rows={1}
          aria-label={texts.write}
          aria-invalid={fault !== undefined}
          aria-describedby={fault && 'message-fault'}
          placeholder={texts.write}
          value={text}
          data-first
          onInput={({ currentTarget }) => change(currentTarget.value)}
          onKeyDown={press}
        />
        <button class={empty || fault ? 'round round-rest' : 'round'} type="submit" aria-label={texts.send}>
          <Icon name="send" />
        </button>
      </div>
      {visit.lobby().options.previewsTyping && <p class="fine">{texts.previews}</p>}
    </form>
  )
}
