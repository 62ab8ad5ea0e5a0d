import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { isColour } from '../parts/contrast.ts'
import { Field } from '../parts/field.tsx'
import { AccountFields } from './account-fields.tsx'
import { AuthPage } from './auth-page.tsx'
import styles from './auth-page.module.css'
import { accountFaults } from './check-account.ts'
import { ColourField } from './colour-field.tsx'
import { EntryForm } from './entry-form.tsx'
import { siteNameOf } from './site-name-of.ts'
import { startQuery } from './start.ts'
import { authTexts } from './texts.ts'
import { useEntry } from './use-entry.ts'
import { useLinkToken } from './use-link-token.ts'

const FIRST_COLOUR = '#17665f'

/** The owner's account, made once with the link that the server printed. */
export function SetupScreen() {
  const token = useLinkToken()
  const { auth } = useTexts(authTexts)
  const start = useSuspenseQuery(startQuery).data
  if (token !== '' && start.needsSetup) return <SetupForm token={token} />
  const why = start.needsSetup ? auth.setupMissing : auth.setupUsed
  return (
    <AuthPage title={why.title} text={why.text}>
      {!start.needsSetup && (
        <p className={styles['next']}>
          <ButtonLink to="/sign-in">{auth.toSignIn}</ButtonLink>
        </p>
      )}
    </AuthPage>
  )
}

function SetupForm({ token }: { token: string }) {
  const { auth } = useTexts(authTexts)
  const entry = useEntry<object>('/api/setup', '/inbox?welcome=first')
  const [account, setAccount] = useState({ name: '', email: '', password: '' })
  const [said, setSiteName] = useState<string>()
  const siteName = said ?? siteNameOf(account.email)
  const [colour, setColour] = useState(FIRST_COLOUR)
  const [tried, setTried] = useState(false)
  const faults = accountFaults(account, auth)
  const siteMissing = siteName.trim() === ''
  const submit = () => {
    setTried(true)
    const whole = Object.keys(faults).length === 0 && !siteMissing && isColour(colour)
    if (whole) entry.mutate({ token, ...account, name: account.name.trim(), siteName: siteName.trim(), colour })
    return whole
  }
  return (
    <AuthPage title={auth.setupTitle} text={auth.setupText}>
      <EntryForm
        action={auth.create}
        busy={entry.isPending}
        error={entry.error}
        explain={(reason) => ({ 'not-found': auth.setupUsed.text, 'weak-password': auth.weak })[reason]}
        submit={submit}
      >
        <AccountFields account={account} faults={tried ? faults : {}} change={setAccount} />
        <Field
          label={auth.site}
          hint={auth.siteHint}
          dir="auto"
          autoComplete="organization"
          maxLength={80}
          value={siteName}
          fault={tried && siteMissing ? auth.checkSite : undefined}
          onChange={(event) => setSiteName(event.target.value)}
        />
        <ColourField colour={colour} change={setColour} />
      </EntryForm>
    </AuthPage>
  )
}
