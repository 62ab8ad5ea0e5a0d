import { useEffect } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { address, ROOT } from '../requests/address.ts'
import { AuthPage } from './auth-page.tsx'
import styles from './auth-page.module.css'
import type { Locked } from '../session/lock.ts'
import { onOtherTab } from '../session/other-tabs.ts'

/** All that is left of a console whose session is over: which of the two it was, and the way back to where one stood. */
export function LockScreen({ by }: { by: Exclude<Locked, 'leaving'> }) {
  const { lock } = useMessages()
  const { title, text } = lock[by]
  useEffect(() => onOtherTab(({ said }) => said === 'entered' && location.reload()), [])
  return (
    <AuthPage title={title} text={<span role="alert">{text}</span>}>
      <Button look="main" className={styles['submit']} autoFocus onClick={signInAgain}>
        {lock.signIn}
      </Button>
    </AuthPage>
  )
}

function signInAgain() {
  const here = `/${location.pathname.slice(ROOT.length)}${location.search}`
  location.assign(address(`/sign-in?next=${encodeURIComponent(here)}`))
}
