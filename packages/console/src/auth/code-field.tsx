import { useTexts } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import { authTexts } from './texts.ts'

type Props = { value: string; fault: string | undefined; change: (code: string) => void; autoFocus?: boolean }

/** Six digits, or a recovery code: so it is no field for numbers. */
export function CodeField({ change, ...rest }: Props) {
  const { signIn } = useTexts(authTexts)
  return (
    <Field
      label={signIn.code}
      autoComplete="one-time-code"
      spellCheck={false}
      autoCapitalize="none"
      maxLength={40}
      {...rest}
      onChange={(event) => change(event.target.value)}
    />
  )
}
