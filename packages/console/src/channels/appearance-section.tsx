import { RotateCcw } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import type { SectionProps } from '../rooms/room.ts'
import { corrections, DEFAULT_APPEARANCE, PAIRS } from './changes.ts'
import styles from './channels.module.css'
import { ColourInput } from './colour-input.tsx'
import { CorrectionNote } from './correction-note.tsx'
import { useDrafting } from './drafting.ts'
import { channelsTexts } from './texts.ts'

/** Four colours in two pairs, checked while one chooses. */
export function AppearanceSection({ disabled }: SectionProps) {
  const { draft, change } = useDrafting()
  const { channels } = useTexts(channelsTexts)
  const { appearance } = draft
  const set = (part: keyof typeof appearance, colour: string) => change({ appearance: { ...appearance, [part]: colour } })
  return (
    <section className={styles['group']}>
      <h2>{channels.colours}</h2>
      <p>{channels.coloursText}</p>
      <div className={styles['two']}>
        {PAIRS.flatMap((pair) => [
          <ColourInput
            key={pair.ground}
            part={pair.ground}
            other={pair.text}
            appearance={appearance}
            set={set}
            disabled={disabled}
          />,
          <ColourInput
            key={pair.text}
            part={pair.text}
            other={pair.ground}
            appearance={appearance}
            set={set}
            disabled={disabled}
          />,
        ])}
      </div>
      {corrections(appearance).map((correction) => (
        <CorrectionNote key={correction.ground} correction={correction} flip={(text) => set(correction.text, text)} />
      ))}
      <div>
        <Button disabled={disabled} onClick={() => change({ appearance: DEFAULT_APPEARANCE })}>
          <Icon of={RotateCcw} size="s" />
          {channels.reset}
        </Button>
      </div>
    </section>
  )
}
