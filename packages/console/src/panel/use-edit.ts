import type { ConversationView } from '@portico/protocol/conversations'
import { useState } from 'react'
import { useLive } from '../live/live-context.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'
import type { EditedField } from './edit-field.tsx'

type Edited = { view: ConversationView; field: EditedField; kept: string }
/** What was written, over what stood there when one began. */
type Draft = { text: string; over: string }
type Fault = { state: 'no-address' } | { state: 'changed'; by: string }

/** One field while it is written in. Where a colleague has written meanwhile, what one has written stays until one decides. */
export function useEdit({ view: { visitor }, field, kept }: Edited) {
  const live = useLive()
  const messages = useMessages()
  const [draft, setDraft] = useState<Draft>()
  const [fault, setFault] = useState<Fault>()
  const write = (text: string) => {
    if (fault?.state === 'no-address') setFault(undefined)
    setDraft({ text, over: draft?.over ?? kept })
  }
  const forget = () => {
    setFault(undefined)
    setDraft(undefined)
  }
  const send = async ({ text, over }: Draft) => {
    const outcome = await live.send({
      type: 'visitor.edit',
      visitor: visitor.id,
      set: { [field]: text.trim() },
      was: { [field]: over },
    })
    if (outcome.ok) return forget()
    if (outcome.refused === 'changed') return setFault({ state: 'changed', by: outcome.by?.name ?? '' })
    return tell(messages.failure.command(refusalText(messages, outcome.refused)), 'failed')
  }
  const keep = () => {
    if (draft === undefined || fault?.state === 'changed') return
    if (draft.text.trim() === draft.over.trim()) return forget()
    if (field === 'email' && draft.text.trim() !== '' && !isAddress(draft.text)) return setFault({ state: 'no-address' })
    void send(draft)
  }
  const overwrite = () => void (draft && send({ ...draft, over: kept }))
  return { text: draft?.text ?? kept, fault, write, keep, forget, overwrite }
}

/** What the server takes as one: something, an at, a domain with a dot. */
const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@.][^\s@]*\.[^\s@]*[^\s@.]$/.test(text.trim())
