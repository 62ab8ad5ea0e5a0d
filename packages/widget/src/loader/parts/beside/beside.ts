import type { Said } from '../../../bridge.ts'
import type { Embedding, Part } from '../../../embedding.ts'
import { firstNames } from '@portico/protocol/first-names'
import { initialsOf } from '@portico/protocol/initials'
import { tintOf } from '@portico/protocol/tint'
import { languageOf } from '../../../messages/locale.ts'
import { invite, type Happening } from '../../../widget-state.ts'
import { CROSS, element, icon, presence, SEND } from '../../element.ts'
import styles from './beside.css?inline'
import { besideTexts } from './texts.ts'

/** What is said beside the button: the site's invitation, its remark, or what somebody of the staff has written. */
export function openBeside(embedding: Embedding): Part {
  const { config, launcher, happen, ends, script } = embedding
  const { siteName, staffed, options } = config
  const open = () => happen({ type: 'opened', by: 'visitor' })
  let texts = besideTexts.en
  let drawn = ''
  launcher.addStyles(styles)
  inviteLater(script.dataset['invitation'])

  function inviteLater(afterS: string | undefined) {
    if (!afterS) return
    const timer = setTimeout(
      () => {
        embedding.widget = invite(embedding.widget)
        embedding.draw()
      },
      Number(afterS) * 1000,
    )
    ends.push(() => clearTimeout(timer))
  }

  // The site's own has that of its name, as in the frame.
  const face = (name: string, tint = tintOf(name)) =>
    element('span', { class: `face tint-${tint}`, 'aria-hidden': 'true' }, initialsOf(name))
  const cross = (happening: Happening) =>
    element('button', { class: 'x', 'aria-label': texts.close, click: () => happen(happening) }, icon(CROSS))

  const bubble = ({ author, excerpt, tint }: Said) =>
    element(
      'div',
      { class: 'bubble' },
      face(author, tint),
      element(
        'button',
        { class: 'said', dir: 'auto', click: open },
        element('b', {}, tint ? firstNames([author]).join('') : author),
        excerpt,
      ),
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
    draw: () => {
      const { widget, locale } = embedding
      texts = besideTexts[languageOf(locale)]
      // What somebody types in, or a screen reader has read, stays as long as it says the same.
      const invited = widget.view === 'invitation'
      const said = !invited && widget.bubble
      const next = [texts.close, invited, said && said.excerpt].join()
      if (next !== drawn) launcher.beside.replaceChildren(...(invited ? [invitation()] : said ? [bubble(said)] : []))
      drawn = next
    },
  }
}
