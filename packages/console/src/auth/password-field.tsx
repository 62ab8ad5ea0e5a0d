import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './auth-page.module.css'
import { authTexts } from './texts.ts'

export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'label'> & { label?: string }) {
  const { auth } = useTexts(authTexts)
  const [shown, setShown] = useState(false)
  return (
    <div className={styles['password']}>
      <Field label={auth.password} type={shown ? 'text' : 'password'} {...props} />
      <button type="button" aria-label={shown ? auth.hide : auth.show} aria-pressed={shown} onClick={() => setShown(!shown)}>
        <Icon of={shown ? EyeOff : Eye} size="s" />
      </button>
    </div>
  )
}
