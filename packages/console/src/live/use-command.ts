import type { Command } from '@portico/protocol'
import { useCallback } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'
import { useLive } from './live-context.tsx'

/** Sends a command; a refusal is said in passing. Answers whether it was accepted. */
export function useCommand(): (command: Command) => Promise<boolean> {
  const live = useLive()
  const messages = useMessages()
  return useCallback(
    async (command) => {
      const outcome = await live.send(command)
      if (!outcome.ok) tell(messages.failure.command(refusalText(messages, outcome.refused)), 'failed')
      return outcome.ok
    },
    [live, messages],
  )
}
