import type { ComponentProps } from 'react'
import { Link } from '@tanstack/react-router'
import styles from './button.module.css'
import { classes } from './classes.ts'

type Props = ComponentProps<'button'> & Look
type Look = { look?: 'main' | 'line' | 'plain' | 'icon' | 'danger'; small?: boolean }

/**
 * One filled button per region says what to do next; all others have a line, or none. One that cannot be pressed at the moment
 * keeps the focus: whoever stands on it when that changes would have lost his place, and his keys.
 */
export function Button({ look = 'line', small = false, className, type = 'button', disabled, onClick, ...rest }: Props) {
  return (
    <button
      type={type}
      className={buttonClass({ look, small }, className)}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
      {...rest}
    />
  )
}

/** The same looks for what goes somewhere. */
export const buttonClass = ({ look = 'line', small = false }: Look, ...more: (string | false | undefined)[]): string =>
  classes(styles['button'], styles[look], small && styles['small'], ...more)

/** A link of the console that looks like a button. */
export const ButtonLink: typeof Link = ((props: ComponentProps<typeof Link>) => (
  <Link {...props} className={buttonClass({ look: 'line' })} />
)) as typeof Link // the generics of Link pass through unchanged
