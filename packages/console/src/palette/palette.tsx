import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { useAction } from '../actions/use-action.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Drawn } from '../rooms/drawn.tsx'
import type { Load } from '../rooms/room.ts'
import { useRooms } from '../rooms/use-rooms.ts'
import type { PaletteListProps } from './palette-list.tsx'
import styles from './palette.module.css'
import { paletteTexts } from './texts.ts'
import { useEarlyWords } from './use-early-words.ts'

/** Every place, setting and tab, every action that means something at the moment, every open conversation: Ctrl or ⌘ K. */
export function Palette() {
  const { palette } = useTexts(paletteTexts)
  const rooms = useRooms()
  const [open, setOpen] = useState(false)
  // Opened while it is still going away, it begins anew: no words of the time before stand in it.
  const [times, setTimes] = useState(0)
  const [words, setWords] = useState('')
  useEarlyWords(open, setWords)
  useAction('palette', () => {
    if (!open) {
      setTimes(times + 1)
      setWords('')
    }
    setOpen(!open)
  })
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']} aria-label={palette.title}>
          <Drawn key={times} of={list} with={{ rooms, words, onWords: setWords, done: () => setOpen(false) }} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const list: Load<PaletteListProps> = async () => (await import('./palette-list.tsx')).PaletteList
