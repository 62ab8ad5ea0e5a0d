import type { Appearance } from '@portico/protocol/channels'
import { Check, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { CONTRAST_MIN, contrast, isColour } from '../parts/contrast.ts'
import { Icon } from '../parts/icon.tsx'
import styles from './channels.module.css'
import { channelsTexts } from './texts.ts'

type Part = keyof Appearance
type Props = { part: Part; other: Part; appearance: Appearance; set: (part: Part, colour: string) => void; disabled: boolean }

/** A colour by picker or by number, and how well its pair can be read. */
export function ColourInput({ part, other, appearance, set, disabled }: Props) {
  const { shell } = useMessages()
  const { channels } = useTexts(channelsTexts)
  const format = useFormat()
  const id = useId()
  const colour = appearance[part]
  const valid = isColour(colour)
  const ratio = valid && isColour(appearance[other]) ? contrast(colour, appearance[other]) : undefined
  const say = part.endsWith('Text') ? channels.ratio.on : channels.ratio.with
  const well = ratio !== undefined && ratio >= CONTRAST_MIN
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{channels[part]}</label>
      <span className={styles['colour']}>
        <input
          type="color"
          aria-label={shell.pick(channels[part])}
          disabled={disabled}
          value={valid ? colour : '#000000'}
          onChange={(event) => set(part, event.target.value)}
        />
        <input
          id={id}
          type="text"
          spellCheck={false}
          maxLength={7}
          disabled={disabled}
          value={colour}
          aria-invalid={!valid}
          aria-describedby={`${id}-ratio`}
          onChange={(event) => set(part, event.target.value.toLowerCase())}
        />
      </span>
      <span id={`${id}-ratio`} className={classes(styles['ratio'], !well && styles['ratioBad'])}>
        <Icon of={well ? Check : TriangleAlert} size="xs" />
        {ratio === undefined ? channels.notColour : say(format.ratio(ratio))}
      </span>
    </div>
  )
}
