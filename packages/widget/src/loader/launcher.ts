import type { WidgetConfig } from '@portico/protocol/pages'
import type { Said } from '../bridge.ts'
import { initialsOf } from '../initials.ts'
import { loaderTexts } from '../messages/loader-texts.ts'
import { languageOf } from '../messages/locale.ts'
import { frameView, type Happening, type Widget } from '../widget-state.ts'
import { buttonLabel } from './button-label.ts'
import { CHAT, CROSS, element, icon, presence, SEND } from './element.ts'
import styles from './loader.css?inline'

export type Launcher = ReturnType<typeof openLauncher>
type Given = { config: WidgetConfig; theme: string | undefined; happen: (happening: Happening) => void }

/** What the page shows before anybody acts, in a shadow root: the button, and what is said beside it. */
export function openLauncher({ config, theme = 'light dark', happen }: Given) {
  const { siteName, staffed, options } = config
  const host = element('portico-chat', { dir: document.body.dir })
  const root = host.attachShadow({ mode: 'open' })
  const open = () => happen({ type: 'opened', by: 'visitor' })
  const button = element('button', { class: 'launch', click: open })
  const beside = element('div', { role: 'status' })
  const dock = element('div', {}, beside, button)
  let texts = loaderTexts.en
  let drawn = ''

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

  const face = (name: string) => element('span', { class: 'face', 'aria-hidden': 'true' }, initialsOf(name))
  const cross = (happening: Happening) =>
    element('button', { class: 'x', 'aria-label': texts.close, click: () => happen(happening) }, icon(CROSS))

  const bubble = ({ author, excerpt }: Said) =>
    element(
      'div',
      { class: 'bubble' },
      face(author),
      element('button', { class: 'said', dir: 'auto', click: open }, element('b', {}, author), excerpt),
      cross({ type: 'bubble-closed' }),
    )

  // Three lines and one input; what is typed is carried into the conversation.
  function invitation() {
    const question = element('input', { 'aria-label': texts.write, placeholder: texts.write })
    const submit = (event: Event) => {
      event.preventDefault()
      happen({ type: 'opened', by: 'visitor', question: question.value })
    }
    const online = staffed ? [element('i', {}, presence(), texts.online)] : []
    return element(
      'div',
      { class: 'bubble card' },
      face(siteName),
      element('div', { class: 'said' }, ...online, element('b', {}, texts.question), options.welcome || texts.hook),
      cross({ type: 'closed', by: 'visitor' }),
      element('form', { submit }, question, element('button', { class: 'launch', 'aria-label': texts.send }, icon(SEND))),
    )
  }

  return {
    host,
    root,
    button,
    addStyles,
    title: () => texts.chat,
    draw: (widget: Widget, locale: string) => {
      const { view, unread } = widget
      const invited = view === 'invitation'
      texts = loaderTexts[languageOf(locale)]
      dock.className = `dock ${frameView(widget) === 'away' ? view : 'hidden'}`
      button.replaceChildren(icon(CHAT), ...(unread ? [element('span', {}, `${unread}`)] : []), ...(staffed ? [presence()] : []))
      button.ariaLabel = buttonLabel({ unread, staffed, texts })

      // What somebody types in, or a screen reader has read, stays as long as it says the same.
      const said = !invited && widget.bubble
      const next = [texts.open, invited, said && said.excerpt].join()
      if (next !== drawn) beside.replaceChildren(...(invited ? [invitation()] : said ? [bubble(said)] : []))
      drawn = next
    },
  }
}
