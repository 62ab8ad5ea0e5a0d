import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { useAction } from '../actions/use-action.ts'
import { useMessages } from '../messages/language-context.tsx'
import { PaletteList } from './palette-list.tsx'
import styles from './palette.module.css'

/** Every screen, every action that means something at the moment, every open conversation: Ctrl or ⌘ K. */
export function Palette() {
  const { palette } = useMessages()
  const [open, setOpen] = useState(false)
  // Opened while it is still going away, it begins anew: no words of the time before stand in it.
  const [times, setTimes] = useState(0)
  useAction('palette', () => {
    if (!open) setTimes(times + 1)
    setOpen(!open)
  })
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']} aria-label={palette.title}>
          <PaletteList key={times} done={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
