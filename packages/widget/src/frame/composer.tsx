import type { ChannelOptions } from '@portico/protocol/options'
import { saysNothing } from '@portico/protocol/says-nothing'
import { Asked } from './asked.tsx'
import type { ComponentProps } from './component-props.ts'
import { SEND } from './drawings.ts'
import { introductionFaults } from './faults.ts'
import { Icon } from './icon.tsx'
import { sendsMessage } from './sends-message.ts'
import { Wrong } from './wrong.tsx'

const HEIGHT_MAX = 120

type Given = ComponentProps & { asks?: ChannelOptions['asks'] }

/** Where the visitor writes: it grows with the text, and says what cannot be sent before it is tried. What is asked stands in it. */
export function Composer({ chat, words, asks = 'nothing' }: Given) {
  const { texts } = words
  const draft = chat.drafts.read()
  const text = draft.message
  const empty = saysNothing(text)
  const faults = introductionFaults({ asks, draft, words })
  const asked = chat.drafts.isTried() && faults.first !== 'message' ? faults.first : undefined
  const fault = asked ? faults[asked] : empty ? undefined : faults.message
  const rests = empty || faults.message !== undefined
  // Where typing goes on: the question may have been written in the invitation.
  const needsName = asks !== 'nothing' && !draft.name

  function send(form: HTMLFormElement | null) {
    if (rests) return
    if (faults.first) {
      chat.drafts.tried()
      chat.changed()
      form?.querySelector<HTMLElement>(`[name=${faults.first}]`)?.focus()
      return
    }
    chat.send(text)
    chat.drafts.sent()
    chat.typed('')
  }

  return (
    <form
      class="composing"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        event.currentTarget.querySelector('textarea')?.focus()
        send(event.currentTarget)
      }}
    >
      <div class="composer">
        {asks !== 'nothing' && <Asked chat={chat} words={words} field="name" fault={asked} first={needsName} />}
        {asks === 'name-and-email' && <Asked chat={chat} words={words} field="email" fault={asked} first={false} />}
        <div class="write">
          <textarea
            class="compose"
            ref={(area) => fit(area)}
            rows={1}
            aria-label={texts.write}
            aria-invalid={!empty && faults.message !== undefined}
            aria-describedby={fault && 'fault'}
            placeholder={texts.write}
            value={text}
            data-first={!needsName}
            onInput={({ currentTarget }) => chat.typed(currentTarget.value)}
            onKeyDown={(event) => {
              if (!sendsMessage(event)) return
              event.preventDefault()
              send(event.currentTarget.form)
            }}
          />
          <button class={rests ? 'round round-rest' : 'round'} type="submit" aria-label={texts.send}>
            <Icon drawing={SEND} />
          </button>
        </div>
      </div>
      {fault && <Wrong id="fault" text={fault} alert />}
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
