import type { WidgetConfig } from '@portico/protocol/pages'
import { loaderTexts } from '../messages/loader-texts.ts'
import { languageOf } from '../messages/locale.ts'
import { frameView, type Happening, type Widget } from '../widget-state.ts'
import { buttonLabel } from './button-label.ts'
import { CHAT, element, icon, presence } from './element.ts'
import styles from './loader.css?inline'

/** More would be wider than the button. */
const UNREAD_SHOWN_MAX = 99

export type Launcher = ReturnType<typeof openLauncher>
type Given = { config: WidgetConfig; theme: string | undefined; happen: (happening: Happening) => void }

/** What the page shows before anybody acts, in a shadow root: the button, and what is said beside it. */
export function openLauncher({ config, theme = 'light dark', happen }: Given) {
  const { staffed, options } = config
  const host = element('portico-chat', { dir: document.body.dir })
  const root = host.attachShadow({ mode: 'open' })
  const button = element('button', { class: 'launch', click: () => happen({ type: 'opened', by: 'visitor' }) })
  const beside = element('div', { role: 'status' })
  const dock = element('div', {}, beside, button)
  let texts = loaderTexts.en

  // A sheet and a style set by calls pass any policy of the page; a style element or attribute would not.
  const addStyles = (css: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets.push(sheet)
  }
  const { header, button: fill, buttonText } = options.appearance
  host.style.cssText = `--scheme:${theme};--header:${header};--button:${fill};--button-text:${buttonText}`
  addStyles(styles)
  root.append(dock)

  return {
    host,
    root,
    button,
    /** Where something may be said; what is put there is read out. */
    beside,
    addStyles,
    title: () => texts.chat,
    draw: (widget: Widget, locale: string) => {
      const { unread } = widget
      texts = loaderTexts[languageOf(locale)]
      dock.className = frameView(widget) === 'away' ? 'dock' : 'dock hidden'
      button.replaceChildren(
        icon(CHAT),
        ...(unread ? [element('span', {}, unread > UNREAD_SHOWN_MAX ? `${UNREAD_SHOWN_MAX}+` : `${unread}`)] : []),
        ...(staffed ? [presence()] : []),
      )
      button.ariaLabel = buttonLabel({ unread, staffed, texts })
    },
  }
}
