import { LOCK } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import styles from './customer.css?inline'
import { openIdentifying } from './identifying.ts'
import { texts, type CustomerTexts } from './texts.en.ts'

export const part: Part<CustomerTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: (chat) => {
    const { isRefused } = openIdentifying(chat)
    return (props) => <Customer {...props} isRefused={isRefused()} />
  },
}

/** That one signs in on the site first, where the channel is for customers alone. Who is talking already goes on. */
function Customer({ chat, texts: own, isRefused }: PartProps<CustomerTexts> & { isRefused: boolean }) {
  const you = chat.connection()?.live.you()
  const isCustomer = you && chat.connection()?.live.view(`visitor:${you.id}`)?.customer
  const { state } = chat.screen()
  const isOpen = chat.lobby().options.identification === 'optional' || state === 'waiting' || state === 'conversation'
  if (isOpen || isCustomer || (chat.surroundings().identity !== undefined && !isRefused)) return null
  return (
    <div class="unidentified" role="status">
      <Icon drawing={LOCK} />
      <p>{own.signIn}</p>
    </div>
  )
}
