import { RotateCw } from 'lucide-react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { failureText, reasonOf } from '../requests/request-failure.ts'
import { AuthPage } from './auth-page.tsx'
import styles from './auth-page.module.css'
import { authTexts } from './texts.ts'

type Props = {
  error: unknown
  /** What is said of a link that opens nothing. */
  broken: { title: string; text: string }
  again: () => void
  signIn?: boolean
}

/** A link that does not work says so before anybody fills in a form; where that could not be found out, one tries again. */
export function LinkFailure({ error, broken, again, signIn = true }: Props) {
  const messages = useMessages()
  const { auth } = useTexts(authTexts)
  const isBroken = ['not-found', 'invalid'].includes(reasonOf(error) ?? '')
  if (!isBroken)
    return (
      <AuthPage title={auth.linkUnchecked} text={failureText(messages, error)}>
        <p className={styles['next']}>
          <Button onClick={again}>
            <Icon of={RotateCw} size="s" />
            {messages.failure.tryAgain}
          </Button>
        </p>
      </AuthPage>
    )
  return (
    <AuthPage title={broken.title} text={broken.text}>
      {signIn && (
        <p className={styles['next']}>
          <ButtonLink to="/sign-in">{auth.toSignIn}</ButtonLink>
        </p>
      )}
    </AuthPage>
  )
}
