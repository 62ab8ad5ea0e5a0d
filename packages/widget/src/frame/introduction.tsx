import type { Draft } from './drafts.ts'
import type { ComponentProps } from './component-props.ts'
import { introductionFaults } from './faults.ts'
import { Field, fieldAttributes } from './field.tsx'
import { MOON } from './drawings.ts'
import { Icon } from './icon.tsx'
import { LinkedText } from './linked-text.tsx'
import { sendsMessage } from './sends-message.ts'

/** Before the first message: only what the channel asks for, and who is not there. */
export function Introduction({ chat, words }: ComponentProps) {
  const { texts } = words
  const { staffed, options } = chat.lobby()
  const draft = chat.drafts.read()
  const { first, ...faults } = introductionFaults({ asks: options.asks, draft, words })
  const shown = chat.drafts.isTried() ? faults : { name: undefined, email: undefined, message: undefined }

  const change = (field: keyof Draft) => (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement // these are on inputs and text areas only
    chat.drafts.change({ [field]: value })
    chat.changed()
  }
  function submit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    if (first) {
      chat.drafts.tried()
      chat.changed()
      return event.currentTarget.querySelector<HTMLElement>(`[name=${first}]`)?.focus()
    }
    chat.send(draft.message)
    return chat.drafts.sent()
  }
  // Where typing goes on: the question may have been written in the invitation.
  const needsName = options.asks !== 'nothing' && !draft.name

  return (
    <form class="pane pane-form" noValidate onSubmit={submit}>
      {staffed ? (
        <p class="lead">
          <LinkedText
            text={options.welcome || (options.asks === 'nothing' ? texts.lead : texts.leadWho)}
            changed={chat.changed}
          />
        </p>
      ) : (
        <div class="notice">
          <Icon drawing={MOON} />
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
            event.currentTarget.form?.requestSubmit()
          }}
        />
      </Field>
      <button class="button button-main" type="submit">
        {staffed ? texts.start : texts.leave}
      </button>
    </form>
  )
}
