import type { WidgetConfig } from '@portico/protocol/pages'
import { loaderTexts } from '../messages/loader-texts.ts'
import { languageOf } from '../messages/locale.ts'
import { frameView, type Widget } from '../widget-state.ts'
import { element } from './element.ts'

export type ChatWindow = ReturnType<typeof openChatWindow>

/** The window: its frame comes with the first intent, and until that stands one writes in a field of the page itself. */
export function openChatWindow({ config, script }: { config: WidgetConfig; script: HTMLScriptElement }) {
  // Whatever the page's own policy: its address is nobody's to be told in passing.
  const frame = element('iframe', { allow: 'autoplay', referrerpolicy: 'no-referrer' })
  const field = element('textarea', { hidden: '' })
  const pane = element('div', {}, field)
  let cameFrom: Element | null = null

  return {
    pane,
    frame,
    field,
    /** Where the focus was before it came here. */
    cameFrom: () => cameFrom,
    load: () => {
      if (frame.src) return
      frame.src = new URL(`.${config.frame}?channel=${config.channel}`, script.src).href
      pane.prepend(frame)
    },
    focus: (isOpen: boolean) => {
      if (!isOpen) cameFrom = document.activeElement
      field.hidden = false
      field.focus()
    },
    draw: (widget: Widget, locale: string) => {
      const { chat, write } = loaderTexts[languageOf(locale)]
      frame.title = chat
      field.ariaLabel = field.placeholder = write
      pane.className = `window ${widget.small ? 'small ' : ''}${frameView(widget)}`
    },
  }
}
