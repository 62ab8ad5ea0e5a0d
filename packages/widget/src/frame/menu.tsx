import { useRef, useState } from 'preact/hooks'
import type { ComponentProps } from './component-props.ts'
import { Icon } from './icon.tsx'

/** Sound, and the end of the conversation, which is asked twice. */
export function Menu({ visit, words: { texts } }: ComponentProps) {
  const [state, setState] = useState<'closed' | 'open' | 'asking'>('closed')
  const root = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  function leave({ relatedTarget }: FocusEvent) {
    if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget))) setState('closed')
  }
  function escape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || state === 'closed') return
    event.stopPropagation()
    setState('closed')
    opener.current?.focus()
  }
  function end() {
    if (state !== 'asking') return setState('asking')
    setState('closed')
    return visit.end()
  }

  return (
    <div class="menu" ref={root} onFocusOut={leave} onKeyDown={escape}>
      <button
        class="plain"
        type="button"
        ref={opener}
        aria-label={texts.more}
        title={texts.more}
        aria-expanded={state !== 'closed'}
        onClick={() => setState(state === 'closed' ? 'open' : 'closed')}
      >
        <Icon name="more" />
      </button>
      {state !== 'closed' && (
        <div class="menu-sheet">
          <button
            type="button"
            role="switch"
            aria-checked={visit.sound.isOn()}
            onClick={() => {
              visit.sound.toggle()
              visit.changed()
            }}
          >
            {texts.sound}
            <span class="switch" />
          </button>
          <button type="button" class={state === 'asking' ? 'danger' : ''} onClick={end}>
            {state === 'asking' ? texts.endSure : texts.end}
          </button>
        </div>
      )}
    </div>
  )
}
