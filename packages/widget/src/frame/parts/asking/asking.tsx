import { Asked } from '../../asked.tsx'
import type { Chat } from '../../chat.ts'
import { introductionFaults } from '../../faults.ts'
import type { Part, PartProps } from '../../part.ts'
import { Wrong } from '../../wrong.tsx'
import styles from './asking.css?inline'
import { texts, type AskingTexts } from './texts.en.ts'

const KEY = 'portico.asked'

type Asking = ReturnType<typeof openAsking>

/** When the first message is on its way: who the visitor is, if he likes to say so. */
export const part: Part<AskingTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: (chat) => {
    const asking = openAsking(chat)
    return (props) => <Asking {...props} asking={asking} />
  },
}

function openAsking({ storages, drafts, view, connection, changed }: Chat) {
  // Asked once on this device, whatever he has answered.
  let isOver = storages.lasting.get(KEY) !== null
  let tried = false
  const end = () => {
    isOver = true
    storages.lasting.set(KEY, '1')
    changed()
  }
  return {
    isOver: () => isOver || !view(),
    isTried: () => tried,
    end,
    send: (fault: boolean) => {
      tried = fault
      const conversation = view()?.id
      if (fault || !conversation) return changed()
      const { name, email } = drafts.read()
      const said = { ...(name.trim() && { name: name.trim() }), ...(email.trim() && { email: email.trim() }) }
      void connection()?.live.send({ type: 'conversation.introduce', conversation, ...said })
      return end()
    },
  }
}

function Asking({ chat, words, texts: own, asking }: PartProps<AskingTexts> & { asking: Asking }) {
  if (asking.isOver()) return null
  const { asks } = chat.lobby().options
  const draft = chat.drafts.read()
  const faults = introductionFaults({ asks, draft: { ...draft, message: own.send }, words })
  // What is left out is left out; only what is wrong is said.
  const wrong = (['name', 'email'] as const).find((field) => draft[field].trim() !== '' && faults[field])
  const shown = asking.isTried() ? wrong : undefined
  const text = shown && faults[shown]
  return (
    <form
      class="asking"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        asking.send(wrong !== undefined)
      }}
    >
      <h3>{own.title}</h3>
      <div class="composer">
        <Asked chat={chat} words={words} field="name" fault={shown} first={false} />
        {asks === 'name-and-email' && <Asked chat={chat} words={words} field="email" fault={shown} first={false} />}
      </div>
      {text && <Wrong id="fault" text={text} alert />}
      <div>
        <button class="button" type="button" onClick={asking.end}>
          {own.skip}
        </button>
        <button class="button button-main" type="submit">
          {own.send}
        </button>
      </div>
    </form>
  )
}
