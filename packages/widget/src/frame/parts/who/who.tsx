import { fill } from '../../../messages/words.ts'
import type { Chat } from '../../chat.ts'
import { isFromStaff } from '../../marks.ts'
import type { Part, PartProps } from '../../part.ts'
import { Avatar, faceOf } from '../../talk.ts'
import { listed } from './listed.ts'
import { staffOf } from './staff-of.ts'
import styles from './who.css?inline'
import { texts, type WhoTexts } from './texts.en.ts'

const FACES_MAX = 2

export const part: Part<WhoTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Who,
}

/** Whom the visitor talks to: the site, until there is somebody. */
function Who({ chat, words, texts: own }: PartProps<WhoTexts>) {
  const screen = chat.screen()
  const { siteName, faces: present = [] } = chat.lobby()
  const staff = staffOf(screen)
  const isWaiting = screen.state === 'waiting'
  const faces = staff.length > 0 ? staff.map(({ id, name }) => faceOf(name, id)) : isWaiting ? present : []
  const names = chat.called(staff.map(({ name }) => name))
  return (
    <>
      {faces.length > 0 && (
        <span class="faces">
          {faces.slice(0, FACES_MAX).map((face, at) => (
            <Avatar key={at} {...face} />
          ))}
        </span>
      )}
      <div class="who-is">
        <h2 title={staff.map(({ name }) => name).join(', ')}>
          {names.length > 0 ? listed({ names, locale: words.locale, more: own.more }) : siteName}
        </h2>
        <p>{newsOf(chat, own) ?? (isWaiting ? own.waiting : names.length > 0 ? siteName : '')}</p>
      </div>
    </>
  )
}

/** Minimised, the newest; in the window the log shows it. */
function newsOf({ surroundings, connection, view, called }: Chat, own: WhoTexts): string | undefined {
  if (surroundings().view !== 'minimised') return undefined
  const writer = connection()?.typing.writer()
  if (writer) return fill(own.isWriting, { name: called([writer.name]).join('') })
  const last = view()?.lines.findLast(isFromStaff)
  return last?.body.kind === 'message' ? last.body.text : undefined
}
