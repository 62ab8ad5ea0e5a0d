import type { Canned } from '@portico/protocol/canned'
import type { ConversationView } from '@portico/protocol/conversations'
import type { Ref } from 'react'
import { useActions } from '../actions/use-action.ts'
import { useLive } from '../live/live-context.tsx'
import { useTexts } from '../messages/language-context.tsx'
import { useNaming, useRooms } from '../rooms/use-rooms.ts'
import type { Offered } from './suggestion.ts'
import { Suggestions } from './suggestions.tsx'
import { fitting, FITTING_MAX } from './fitting.ts'
import { fillSlots } from './slots.ts'
import { textIn } from './text-in.ts'
import { cannedTexts } from './texts.ts'
import { type Typed, typedShortcut } from './typed-shortcut.ts'
import { useCanned } from './use-canned.ts'
import { useKnown } from './use-known.ts'

/** The new text, and what of it is selected then. */
export type Put = (text: string, selected: { from: number; to: number }) => void

type Props = {
  view: ConversationView
  text: string
  caret: number
  put: Put
  close: () => void
  keys: Ref<Offered>
  speak: (id: string | undefined) => void
}

/** What two colons or a line at the beginning bring: canned responses, or what one can do here. */
export function ComposerSuggestions(props: Props) {
  const { text, caret } = props
  if (text.startsWith('/') && !text.includes(' ') && !text.includes('\n')) return <Commands {...props} />
  const typed = typedShortcut(text, caret)
  return typed ? <CannedOnes {...props} typed={typed} /> : null
}

function CannedOnes({ view, text, caret, put, close, keys, speak, typed }: Props & { typed: Typed }) {
  const { canned: words } = useTexts(cannedTexts)
  const live = useLive()
  const known = useKnown(view)
  const all = useCanned() ?? []
  const fits = fitting(all, typed.words)
  const textOf = ({ texts }: Canned) => textIn(texts, view.visitor.locale)?.text ?? ''
  const filledOf = (canned: Canned) => fillSlots(textOf(canned), known, (slot) => words.slots[slot])
  const take = (canned: Canned) => {
    const filled = filledOf(canned)
    const end = typed.from + filled.text.length
    const { from, to } = filled.open ?? { from: filled.text.length, to: filled.text.length }
    put(`${text.slice(0, typed.from)}${filled.text}${text.slice(caret)}`, {
      from: Math.min(end, typed.from + from),
      to: Math.min(end, typed.from + to),
    })
    // Nothing is lost where a use is not counted.
    void live.send({ type: 'canned.use', canned: canned.id })
  }
  const suggestions = fits.slice(0, FITTING_MAX).map((canned) => ({
    id: canned.id,
    name: `::${canned.shortcut}`,
    about: filledOf(canned).text,
    take: () => take(canned),
  }))
  return (
    <Suggestions
      label={words.suggestions}
      suggestions={suggestions}
      foot={
        <>
          <span>{words.take}</span>
          <span>{words.fitting(suggestions.length, all.length)}</span>
        </>
      }
      close={close}
      keys={keys}
      speak={speak}
    />
  )
}

function Commands({ text, put, close, keys, speak }: Props) {
  const { canned: words } = useTexts(cannedTexts)
  const naming = useNaming()
  const actions = useActions()
  const available = new Set(actions.available())
  const all = useRooms().flatMap(({ keys: declared }) =>
    (declared ?? []).flatMap(({ action, name, word }) => (word && available.has(action) ? [{ action, name, word }] : [])),
  )
  const typed = text.slice(1).toLowerCase()
  const suggestions = all
    .filter(({ word }) => naming(word).startsWith(typed))
    .map(({ action, name, word }) => ({
      id: action,
      name: `/${naming(word)}`,
      about: naming(name),
      take: () => {
        put('', { from: 0, to: 0 })
        actions.run(action)
      },
    }))
  return (
    <Suggestions
      label={words.commands}
      suggestions={suggestions}
      foot={
        <>
          <span>{words.commandsHint}</span>
          <span>{words.fitting(suggestions.length, all.length)}</span>
        </>
      }
      close={close}
      keys={keys}
      speak={speak}
    />
  )
}
