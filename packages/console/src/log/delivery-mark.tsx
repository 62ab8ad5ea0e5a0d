import { Check, CheckCheck } from 'lucide-react'
import { useMessages } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'

/** How far the own words have come: a word and an icon. */
export function DeliveryMark({ mark }: { mark: 'seen' | 'sent' | 'none' }) {
  const { conversation } = useMessages()
  switch (mark) {
    case 'seen':
      return (
        <>
          {conversation.seen}
          <Icon of={CheckCheck} size="xs" />
        </>
      )
    case 'sent':
      return (
        <>
          {conversation.sent}
          <Icon of={Check} size="xs" />
        </>
      )
    case 'none':
      return null
  }
}
