import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import { siteTexts } from './texts.ts'

const MINUTE_MS = 60_000
const MINUTES_MAX = 480

type Props = { label: string; hint: string; ms: number; change: (ms: number) => void }

/** Minutes, whole ones: they hold once the field is left. What is no such number stays as it was typed, and changes nothing. */
export function AwayField({ label, hint, ms, change }: Props) {
  const { here } = useTexts(siteTexts)
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? String(ms / MINUTE_MS)
  const minutes = /^\d{1,3}$/.test(shown) ? Number(shown) : 0
  const fits = minutes >= 1 && minutes <= MINUTES_MAX
  function commit() {
    if (!fits) return
    setTyped(undefined)
    if (minutes * MINUTE_MS !== ms) change(minutes * MINUTE_MS)
  }
  return (
    <Field
      label={label}
      hint={hint}
      fault={fits ? undefined : here.minutesFault(MINUTES_MAX)}
      inputMode="numeric"
      maxLength={3}
      value={shown}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={commit}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
    />
  )
}
