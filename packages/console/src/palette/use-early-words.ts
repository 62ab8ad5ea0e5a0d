import { type Dispatch, type SetStateAction, useLayoutEffect } from 'react'

/** Takes the letters typed before the field of the palette has the focus: without it they would be lost, or be keys of the page behind. */
export function useEarlyWords(open: boolean, setWords: Dispatch<SetStateAction<string>>): void {
  useLayoutEffect(() => {
    if (!open) return undefined
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTypedInField(event.target)) return
      if (Array.from(event.key).length !== 1) return
      event.preventDefault()
      event.stopPropagation()
      setWords((words) => words + event.key)
    }
    addEventListener('keydown', pressed, { capture: true })
    return () => removeEventListener('keydown', pressed, { capture: true })
  }, [open, setWords])
}

const isTypedInField = (target: EventTarget | null) => target instanceof Element && target.matches('[role=dialog] input')
