import { useBlocker } from '@tanstack/react-router'
import { useMessages } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'

/** Asks whoever leaves a form with changes. They are kept for him, unless he discards them. */
export function LeaveDialog({ asks, discard }: { asks: boolean; discard: () => void }) {
  const { form } = useMessages()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => asks && current.pathname !== next.pathname,
    enableBeforeUnload: () => asks,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  const { proceed, reset } = blocker
  return (
    <Dialog
      open
      close={reset}
      title={form.leave.title}
      text={form.leave.text}
      foot={
        <>
          <Button look="plain" onClick={() => (discard(), proceed())}>
            {form.discard}
          </Button>
          <Button onClick={proceed}>{form.leave.keep}</Button>
          <Button look="main" data-first onClick={reset}>
            {form.leave.stay}
          </Button>
        </>
      }
    />
  )
}
