import type { Draft } from '../../drafts.ts'
import { introductionFaults } from '../../faults.ts'
import type { Part, PartProps } from '../../part.ts'
import { sendsMessage } from '../../sends-message.ts'
import { Field, fieldAttributes } from './field.tsx'
import styles from './leave.css?inline'
import { texts, type LeaveTexts } from './texts.en.ts'

export const part: Part<LeaveTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Leave,
}

/** Nobody is there: it says so first, and takes a message. */
function Leave({ chat, words, texts: own }: PartProps<LeaveTexts>) {
  const { texts } = words
  const { asks } = chat.lobby().options
  const draft = chat.drafts.read()
  const { first, ...faults } = introductionFaults({ asks, draft, words })
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
  const needsName = asks !== 'nothing' && !draft.name

  return (
    <form class="pane pane-form" noValidate onSubmit={submit}>
      {asks !== 'nothing' && (
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
      {asks === 'name-and-email' && (
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
      <Field name="message" label={own.message} fault={shown.message}>
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
        {own.leave}
      </button>
    </form>
  )
}
