import { Check, CheckCheck } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { Icon } from '../parts/icon.tsx'

/** How far the own words have come: a word and an icon. */
export function DeliveryMark({ mark }: { mark: 'seen' | 'sent' | 'none' }) {
  const { conversation } = useTexts(conversationsTexts)
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
