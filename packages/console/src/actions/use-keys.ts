import { useEffect } from 'react'
import { usePreferences } from '../preferences/use-preferences.ts'
import { keyAction } from './key-action.ts'
import { useActions } from './use-action.ts'
import { useLetters } from './use-letters.ts'

const TYPING = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable=true]'

/** The keys of the console, listened to once for the whole page. */
export function useKeys(): void {
  const actions = useActions()
  const { shortcuts } = usePreferences()
  const letters = useLetters()
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const target = event.target instanceof Element ? event.target : document.body
      const action = keyAction({
        press: { key: event.key, ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey },
        place: { typing: target.matches(TYPING), dialog: dialogAround(target), shortcuts },
        letters,
      })
      if (action && actions.run(action)) event.preventDefault()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [actions, shortcuts, letters])
}

function dialogAround(target: Element): 'none' | 'preview' | 'other' {
  const dialog = target.closest('[role=dialog], [role=alertdialog]')
  if (!dialog) return 'none'
  return dialog.querySelector('[data-preview]') ? 'preview' : 'other'
}
