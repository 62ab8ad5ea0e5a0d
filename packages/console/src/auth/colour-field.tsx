import { useId } from 'react'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { CONTRAST_MIN, contrast, isColour, textOn } from '../parts/contrast.ts'
import styles from './auth-page.module.css'
import { authTexts } from './texts.ts'

/** One colour for the chat; the colour of the text follows from it and is shown with its contrast. */
export function ColourField({ colour, change }: { colour: string; change: (colour: string) => void }) {
  const { auth } = useTexts(authTexts)
  const { shell } = useMessages()
  const format = useFormat()
  const id = useId()
  const valid = isColour(colour)
  return (
    <div className={styles['colour']}>
      <label htmlFor={id}>{auth.colour}</label>
      <input
        type="color"
        aria-label={shell.pick(auth.colour)}
        value={valid ? colour : '#000000'}
        onChange={(event) => change(event.target.value)}
      />
      <input
        id={id}
        type="text"
        spellCheck={false}
        maxLength={7}
        value={colour}
        aria-invalid={!valid}
        aria-describedby={`${id}-hint`}
        onChange={(event) => change(event.target.value.toLowerCase())}
      />
      {valid && (
        <span className={styles['sample']} style={{ background: colour, color: textOn(colour) }}>
          {contrast(colour, '#ffffff') >= CONTRAST_MIN
            ? auth.whiteOn(format.ratio(contrast(colour, '#ffffff')))
            : auth.darkOn(format.ratio(contrast(colour, textOn(colour))))}
        </span>
      )}
      <small id={`${id}-hint`}>{valid ? auth.colourHint : auth.checkColour}</small>
    </div>
  )
}
