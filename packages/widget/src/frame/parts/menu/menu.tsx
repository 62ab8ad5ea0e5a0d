import type { Chat } from '../../chat.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import { downloadPdf } from './download-pdf.ts'
import styles from './menu.css?inline'
import { texts, type MenuTexts } from './texts.en.ts'

const MORE = 'M5.5 12v.01M12 12v.01M18.5 12v.01'

/** Sound, what was said before, what is stored, and the end of the conversation, which is asked twice and stands apart. */
export const part: Part<MenuTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: (chat) => {
    const sheet = openSheet(chat)
    return (props) => <Menu {...props} sheet={sheet} />
  },
}

type Sheet = ReturnType<typeof openSheet>

function openSheet(chat: Chat) {
  const { changed, connection, view } = chat
  let saving: 'not' | 'now' | 'failed' = 'not'
  let state: 'closed' | 'open' | 'asking' = 'closed'
  const set = (next: typeof state) => {
    state = next
    changed()
  }
  return {
    state: () => state,
    toggle: () => set(state === 'closed' ? 'open' : 'closed'),
    leave: ({ currentTarget, relatedTarget }: FocusEvent & { currentTarget: Element }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) set('closed')
    },
    escape: (event: KeyboardEvent & { currentTarget: Element }) => {
      if (event.key !== 'Escape' || state === 'closed') return
      event.stopPropagation()
      set('closed')
      event.currentTarget.querySelector('button')?.focus()
    },
    saving: () => saving,
    save: async () => {
      if (saving === 'now') return
      saving = 'now'
      changed()
      saving = (await downloadPdf(chat)) ? 'not' : 'failed'
      set(saving === 'failed' ? state : 'closed')
    },
    go: (there: () => void) => {
      set('closed')
      there()
    },
    end: () => {
      if (state !== 'asking') return set('asking')
      const now = view()
      if (now) void connection()?.live.send({ type: 'conversation.close', conversation: now.id })
      return set('closed')
    },
  }
}

const isRunning = ({ screen }: Chat) => screen().state === 'waiting' || screen().state === 'conversation'

const Menu = ({ chat, words: { texts }, texts: own, sheet }: PartProps<MenuTexts> & { sheet: Sheet }) => (
  <div class="menu" onFocusOut={sheet.leave} onKeyDown={sheet.escape}>
    <button
      class="plain"
      type="button"
      aria-label={own.more}
      title={own.more}
      aria-expanded={sheet.state() !== 'closed'}
      onClick={sheet.toggle}
    >
      <Icon drawing={MORE} dots />
    </button>
    {sheet.state() !== 'closed' && (
      <div class="menu-sheet">
        <button
          type="button"
          role="switch"
          aria-checked={chat.sound.isOn()}
          onClick={() => {
            chat.sound.toggle()
            chat.changed()
          }}
        >
          {own.sound}
          <span class="switch" />
        </button>
        {chat.hasPast() && (
          <button type="button" onClick={() => sheet.go(() => chat.look({ at: 'list' }))}>
            {texts.earlierOnes}
          </button>
        )}
        <button type="button" onClick={() => sheet.go(() => chat.look({ at: 'storing' }))}>
          {texts.whatWeStore}
        </button>
        {chat.shown() && (
          <button type="button" aria-busy={sheet.saving() === 'now'} onClick={() => void sheet.save()}>
            <span role="status">{sheet.saving() === 'failed' ? own.downloadFailed : own.download}</span>
          </button>
        )}
        {isRunning(chat) && (
          <button type="button" class={sheet.state() === 'asking' ? 'danger asking' : 'danger'} onClick={sheet.end}>
            {sheet.state() === 'asking' ? own.endSure : own.end}
          </button>
        )}
      </div>
    )}
  </div>
)
