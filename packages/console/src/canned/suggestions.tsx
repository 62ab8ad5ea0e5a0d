import { type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import type { Offered, Suggestion } from './suggestion.ts'
import styles from './suggestions.module.css'

type Props = {
  label: string
  suggestions: readonly Suggestion[]
  foot: ReactNode
  close: () => void
  /** Where the keys of the field go first. */
  keys: Ref<Offered>
  /** Which of them is spoken by the field. */
  speak: (id: string | undefined) => void
}

/** A list above the field in which one types: the focus stays in the field, whose arrows choose. */
export function Suggestions({ label, suggestions, foot, close, keys, speak }: Props) {
  const own = useId()
  const list = useRef<HTMLUListElement>(null)
  const [wished, setWished] = useState(0)
  const chosen = Math.min(wished, suggestions.length - 1)
  const idOf = (index: number) => `${own}-${index}`
  useEffect(() => setWished(0), [suggestions.length])
  useEffect(() => {
    speak(chosen < 0 ? undefined : idOf(chosen))
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
    return () => speak(undefined)
  }, [chosen, speak])
  useImperativeHandle(keys, () => (key) => {
    if (key === 'Escape') return (close(), true)
    if (chosen < 0) return false
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      setWished((chosen + (key === 'ArrowDown' ? 1 : suggestions.length - 1)) % suggestions.length)
      return true
    }
    if (key !== 'Enter' && key !== 'Tab') return false
    suggestions[chosen]?.take()
    return true
  })
  if (suggestions.length === 0) return null
  return (
    <div className={styles['popup']}>
      <ul ref={list} role="listbox" aria-label={label} className={styles['list']}>
        {suggestions.map(({ id, name, about, take }, index) => (
          <li
            key={id}
            id={idOf(index)}
            role="option"
            aria-selected={index === chosen}
            className={styles['option']}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={take}
          >
            <bdi className={styles['name']}>{name}</bdi>
            <span className="cut" dir="auto">
              {about}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles['foot']}>{foot}</p>
    </div>
  )
}
