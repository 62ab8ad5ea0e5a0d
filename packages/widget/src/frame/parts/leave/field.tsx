import type { ComponentChildren } from 'preact'
import { Wrong } from '../../wrong.tsx'

type Given = { name: string; label: string; hint?: string; fault: string | undefined; children: ComponentChildren }

/** A labelled field; what is wrong with it stands under it, and the field names it as its description. */
export const Field = ({ name, label, hint, fault, children }: Given) => (
  <div class="field">
    <label for={name}>
      {label}
      {hint && <small>{hint}</small>}
    </label>
    {children}
    {fault && <Wrong id={faultId(name)} text={fault} />}
  </div>
)

/** For the input or text area inside. */
export const fieldAttributes = (name: string, fault: string | undefined) => ({
  id: name,
  name,
  class: 'input',
  'aria-invalid': fault !== undefined,
  'aria-describedby': fault && faultId(name),
})

const faultId = (name: string): string => `${name}-fault`
