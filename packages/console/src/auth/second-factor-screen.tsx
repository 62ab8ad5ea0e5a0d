import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LogOut } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { AuthPage } from './auth-page.tsx'
import styles from './auth-page.module.css'
import { SecondFactorSteps } from './second-factor-steps.tsx'
import { startQuery } from './start.ts'
import { authTexts } from './texts.ts'
import { useSignOut } from './use-sign-out.ts'

/** Of whom the site demands one, he sets it up before anything else. */
export function SecondFactorScreen() {
  const { secondFactor, auth } = useTexts(authTexts)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const done = async () => {
    queries.clear()
    await queries.fetchQuery(startQuery)
    await navigate({ to: '/inbox', replace: true })
  }
  return (
    <AuthPage title={secondFactor.demandedTitle} text={secondFactor.demandedText}>
      <div className={styles['framed']}>
        <SecondFactorSteps done={() => void done()} />
      </div>
      <p className={styles['next']}>
        <Button onClick={signOut}>
          <Icon of={LogOut} size="s" />
          {auth.signOut}
        </Button>
      </p>
    </AuthPage>
  )
}
