import { saysNothing } from '@portico/protocol/says-nothing'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { isColour } from '../parts/contrast.ts'
import { Field } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { request } from '../requests/request.ts'
import { AccountFields } from './account-fields.tsx'
import { AuthPage } from './auth-page.tsx'
import styles from './auth-page.module.css'
import { type Account, accountFaults } from './check-account.ts'
import { ColourField } from './colour-field.tsx'
import { EntryForm } from './entry-form.tsx'
import { LinkFailure } from './link-failure.tsx'
import { AT_FIELDS, refusedFields } from './refused-fields.tsx'
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
  if (token !== '' && start.needsSetup) return <CheckedSetup token={token} />
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

/** Whether the link is good is found out before anything is asked. */
function CheckedSetup({ token }: { token: string }) {
  const { shell } = useMessages()
  const { auth } = useTexts(authTexts)
  const look = useQuery({
    queryKey: ['setup', token],
    queryFn: () => request('/api/setup/look', { method: 'POST', body: { token } }),
    retry: false,
    staleTime: Infinity,
  })
  if (look.isPending)
    return (
      <AuthPage title={shell.loading}>
        <Skeleton />
      </AuthPage>
    )
  if (look.isError)
    return <LinkFailure error={look.error} broken={auth.setupBroken} again={() => void look.refetch()} signIn={false} />
  return <SetupForm token={token} />
}

function SetupForm({ token }: { token: string }) {
  const { auth } = useTexts(authTexts)
  const entry = useEntry<Account & { token: string; siteName: string; colour: string; zone: string }>(
    '/api/setup',
    '/inbox?welcome=first',
  )
  const [account, setAccount] = useState({ name: '', email: '', password: '' })
  const [said, setSiteName] = useState<string>()
  const siteName = said ?? siteNameOf(account.email)
  const [colour, setColour] = useState(FIRST_COLOUR)
  const [tried, setTried] = useState(false)
  const faults = accountFaults(account, auth)
  const refused = refusedFields({ error: entry.error, sent: entry.variables, account }, auth)
  const siteMissing = saysNothing(siteName)
  const submit = () => {
    setTried(true)
    const whole = Object.keys(faults).length === 0 && !siteMissing && isColour(colour)
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions()
    if (whole) entry.mutate({ ...account, token, name: account.name.trim(), siteName: siteName.trim(), colour, zone })
    return whole
  }
  return (
    <AuthPage title={auth.setupTitle} text={auth.setupText}>
      <EntryForm
        action={auth.create}
        busy={entry.isPending}
        error={entry.error}
        explain={(reason) => ({ 'not-found': auth.setupBroken.text })[reason]}
        atFields={AT_FIELDS}
        submit={submit}
      >
        <AccountFields account={account} faults={{ ...refused, ...(tried && faults) }} change={setAccount} />
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
