import type { WidgetConfig } from '@portico/protocol/pages'
import { addressOf } from '../address-of.ts'
import { loaderTexts } from '../messages/loader-texts.ts'
import { languageOf } from '../messages/locale.ts'
import { frameView, type Widget } from '../widget-state.ts'
import { CROSS, element, icon } from './element.ts'

export type ChatWindow = ReturnType<typeof openChatWindow>
type Given = { config: WidgetConfig; script: HTMLScriptElement; leave: () => void }

/** The window: its frame comes with the first intent, and until that stands one writes in a field of the page itself. */
export function openChatWindow({ config, script, leave }: Given) {
  // Whatever the page's own policy: its address is nobody's to be told in passing.
  const frame = element('iframe', { allow: 'autoplay', referrerpolicy: 'no-referrer' })
  const field = element('textarea', { hidden: '' })
  const cross = element('button', { class: 'back', click: leave }, icon(CROSS))
  const pane = element('dialog', {}, cross, field)
  let cameFrom: Element | null = null

  return {
    pane,
    frame,
    field,
    cross,
    /** Where the focus was before it came here. */
    cameFrom: () => cameFrom,
    load: () => {
      if (frame.src) return
      frame.src = addressOf(`${config.frame}?channel=${config.channel}`, script)
      pane.prepend(frame)
    },
    focus: (isOpen: boolean) => {
      if (!isOpen) cameFrom = document.activeElement
      field.hidden = false
      field.focus()
    },
    draw: (widget: Widget, locale: string) => {
      const { write, close } = loaderTexts[languageOf(locale)]
      frame.title = config.siteName
      field.placeholder = write
      cross.ariaLabel = close
      pane.className = `window ${widget.small ? 'small ' : ''}${frameView(widget)}`
    },
  }
}
