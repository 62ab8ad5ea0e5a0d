import type { WidgetConfig } from '@portico/protocol/pages'
import { loaderTexts } from '../messages/loader-texts.ts'
import { languageOf } from '../messages/locale.ts'
import type { Happening } from '../widget-state.ts'
import { buttonLabel } from './button-label.ts'
import { CHAT, element, icon, presence } from './element.ts'
import styles from './loader.css?inline'

export type Launcher = ReturnType<typeof openLauncher>
type Given = { config: WidgetConfig; theme: string | undefined; happen: (happening: Happening) => void }

/** What the page shows before anybody acts, in a shadow root: the button, and what is said beside it. */
export function openLauncher({ config, theme = 'light dark', happen }: Given) {
  const { staffed, options } = config
  const host = element('portico-chat', { dir: document.body.dir, popover: 'manual' })
  // What the page does with single keys is not meant for somebody who writes here.
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation())
  const root = host.attachShadow({ mode: 'open' })
  const button = element('button', { class: 'launch', click: () => happen({ type: 'opened', by: 'visitor' }) })
  const beside = element('div', { role: 'status' })

  // A sheet and a style set by calls pass any policy of the page; a style element or attribute would not.
  const addStyles = (css: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets.push(sheet)
  }
  const { header, headerText, button: fill, buttonText } = options.appearance
  host.style.cssText = `--scheme:${theme};--header:${header};--header-text:${headerText};--button:${fill};--button-text:${buttonText}`
  addStyles(styles)
  root.append(element('div', { class: 'dock' }, beside, button))

  let drawn = ''

  return {
    host,
    root,
    button,
    /** Where something may be said; what is put there is read out. */
    beside,
    addStyles,
    draw: (locale: string) => {
      const label = buttonLabel(staffed, loaderTexts[languageOf(locale)])
      // What is drawn anew while it is pressed hears no click.
      if (drawn === label) return
      button.ariaLabel = drawn = label
      button.replaceChildren(icon(CHAT), ...(staffed ? [presence()] : []))
    },
  }
}
