import { useRef, useState } from 'preact/hooks'
import type { Draft } from './drafts.ts'
import type { ComponentProps } from './component-props.ts'
import { introductionFaults } from './faults.ts'
import { Field, fieldAttributes } from './field.tsx'
import { Icon } from './icon.tsx'
import { LinkedText } from './linked-text.tsx'
import { sendsMessage } from './sends-message.ts'

/** Before the first message: only what the channel asks for, and who is not there. */
export function Introduction({ visit, words }: ComponentProps) {
  const { texts } = words
  const { staffed, options } = visit.lobby()
  const [draft, setDraft] = useState(visit.drafts.read())
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { first, ...faults } = introductionFaults({ asks: options.asks, draft, words })
  const shown = tried ? faults : { name: undefined, email: undefined, message: undefined }

  const change = (field: keyof Draft) => (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement // these are on inputs and text areas only
    setDraft({ ...draft, [field]: value })
    visit.drafts.change({ [field]: value })
  }
  function submit(event: Event) {
    event.preventDefault()
    setTried(true)
    if (first) return form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus()
    visit.drafts.change({ message: '' })
    return visit.send(draft.message)
  }
  // Where typing goes on: the question may have been written in the invitation.
  const needsName = options.asks !== 'nothing' && !draft.name

  return (
    <form class="pane pane-form" ref={form} noValidate onSubmit={submit}>
      {staffed ? (
        <p class="lead">
          <LinkedText text={options.welcome || (options.asks === 'nothing' ? texts.lead : texts.leadWho)} />
        </p>
      ) : (
        <div class="notice">
          <Icon name="moon" />
          <span>
            <b>{texts.nobodyTitle}</b>
            {texts.nobodyText}
          </span>
        </div>
      )}
      {options.asks !== 'nothing' && (
        <Field name="name" label={texts.name} fault={shown.name}>
          <input
            {...fieldAttributes('name', shown.name)}
            autoComplete="name"
            value={draft.name}
            data-first={needsName}
            onInput={change('name')}
          />
        </Field>
      )}
      {options.asks === 'name-and-email' && (
        <Field name="email" label={texts.email} hint={texts.emailHint} fault={shown.email}>
          <input
            {...fieldAttributes('email', shown.email)}
            type="email"
            autoComplete="email"
            value={draft.email}
            onInput={change('email')}
          />
        </Field>
      )}
      <Field name="message" label={texts.message} fault={shown.message}>
        <textarea
          {...fieldAttributes('message', shown.message)}
          value={draft.message}
          data-first={!needsName}
          onInput={change('message')}
          onKeyDown={(event) => {
            if (!sendsMessage(event)) return
            event.preventDefault()
            form.current?.requestSubmit()
          }}
        />
      </Field>
      <button class="button button-main" type="submit">
        {staffed ? texts.start : texts.leave}
      </button>
    </form>
  )
}
