import type { ConversationId } from '@portico/protocol/ids'
import { useEffect, useRef, useState } from 'react'
import { useAttention } from '../live/use-attention.ts'
import { useLive } from '../live/live-context.tsx'
import { useLink } from '../live/use-view.ts'
import { afterHearing, type Looker, SAID_AGAIN_MS, stillLooking } from './lookers.ts'

/** Tells colleagues that I look at this conversation, as long as I do, and says which of them look too. */
export function useLookers(conversation: ConversationId): readonly Looker[] {
  const live = useLive()
  const attentive = useAttention()
  const online = useLink().state === 'online'
  const looking = attentive && online
  const [lookers, setLookers] = useState<readonly Looker[]>([])
  const known = useRef(lookers)
  useEffect(() => {
    known.current = lookers
  }, [lookers])
  useEffect(() => {
    if (!looking) return undefined
    const say = (looks: boolean) => live.sendFleeting({ type: 'looking', conversation, looks })
    say(true)
    const timer = setInterval(() => {
      say(true)
      setLookers((before) => stillLooking(before, Date.now()))
    }, SAID_AGAIN_MS)
    return () => {
      clearInterval(timer)
      say(false)
    }
  }, [live, conversation, looking])
  useEffect(() => {
    setLookers([])
    return live.onFleeting((topic, message) => {
      if (topic !== `conversation:${conversation}` || message.type !== 'looking') return
      // Whoever has just come does not know of me yet.
      if (looking && message.looks && !known.current.some(({ id }) => id === message.who.id))
        live.sendFleeting({ type: 'looking', conversation, looks: true })
      setLookers((before) => afterHearing(before, message, Date.now()))
    })
  }, [live, conversation, looking])
  return lookers
}
