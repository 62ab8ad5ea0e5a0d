import type { IdentityKey } from '@portico/protocol/customers'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { customersTexts } from './texts.ts'

const AFTER_MS = { now: 0, hour: 60 * 60_000, day: 24 * 60 * 60_000 } as const
const CHOICES = ['now', 'hour', 'day'] as const

type Props = { of: IdentityKey; close: () => void; ended: () => void }

/** When a key ends: at once where it is known to others, else when all sign with the next one. */
export function EndKey({ of: { id }, close, ended }: Props) {
  const { customers: words } = useTexts(customersTexts)
  const { shell } = useMessages()
  const command = useCommand()
  const [when, setWhen] = useState<(typeof CHOICES)[number]>('hour')
  const end = async () => {
    if (await command({ type: 'identity-key.end', key: id, afterMs: AFTER_MS[when] })) ended()
    close()
  }
  return (
    <Dialog
      open
      close={close}
      title={words.endTitle}
      text={words.endText}
      foot={
        <>
          <Button onClick={close}>{shell.cancel}</Button>
          <Button look="danger" onClick={() => void end()}>
            {words.end}
          </Button>
        </>
      }
    >
      <Choice
        label={words.endAfter}
        value={when}
        choose={setWhen}
        options={CHOICES.map((value) => ({ value, label: words.endChoices[value] }))}
      />
    </Dialog>
  )
}
