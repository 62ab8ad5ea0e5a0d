import type { AccountView, Demanded, Me } from '@portico/protocol/auth'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProofDialog } from '../auth/proof-dialog.tsx'
import { RecoveryCodes } from '../auth/recovery-codes.tsx'
import { SecondFactorSteps } from '../auth/second-factor-steps.tsx'
import { authTexts } from '../auth/texts.ts'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import styles from '../parts/settings.module.css'
import { Skeleton } from '../parts/skeleton.tsx'
import { tell } from '../parts/toast.tsx'
import { request } from '../requests/request.ts'
import { failureText } from '../requests/request-failure.ts'
import { accountQuery } from './account-query.ts'

type Open = { state: 'nothing' | 'setting-up' | 'renewing' | 'removing' } | { state: 'renewed'; codes: readonly string[] }

export function SecondFactorGroup({ me }: { me: Me }) {
  const messages = useMessages()
  const { secondFactor } = useTexts(authTexts)
  const query = useQuery(accountQuery)
  const queries = useQueryClient()
  const [open, setOpen] = useState<Open>({ state: 'nothing' })
  const close = () => {
    setOpen({ state: 'nothing' })
    void queries.invalidateQueries(accountQuery)
  }
  return (
    <SettingsGroup title={secondFactor.title} text={secondFactor.text}>
      {query.isPending && <Skeleton rows={1} />}
      {query.isError && <p role="alert">{failureText(messages, query.error)}</p>}
      {query.data && <State account={query.data} me={me} open={(state) => setOpen({ state })} />}
      {open.state === 'setting-up' && (
        <Dialog open close={close} title={secondFactor.title}>
          <SecondFactorSteps done={() => (tell(secondFactor.switchedOn), close())} />
        </Dialog>
      )}
      {open.state === 'renewing' && (
        <ProofDialog
          close={() => setOpen((now) => (now.state === 'renewing' ? { state: 'nothing' } : now))}
          title={secondFactor.renew}
          text={secondFactor.renewText}
          action={secondFactor.renew}
          asksCode
          send={async (body) => {
            const { codes } = await request<{ codes: string[] }>('/api/account/second-factor/codes', { method: 'POST', body })
            setOpen({ state: 'renewed', codes })
          }}
        />
      )}
      {open.state === 'renewed' && (
        <Dialog open close={close} title={secondFactor.codesTitle}>
          <RecoveryCodes codes={open.codes} kept={close} />
        </Dialog>
      )}
      {open.state === 'removing' && (
        <ProofDialog
          close={close}
          title={secondFactor.remove}
          text={secondFactor.removeText}
          action={secondFactor.remove}
          asksCode
          send={async (body) => {
            await request('/api/account/second-factor', { method: 'DELETE', body })
            tell(secondFactor.removed)
          }}
        />
      )}
    </SettingsGroup>
  )
}

type StateProps = { account: AccountView; me: Me; open: (state: 'setting-up' | 'renewing' | 'removing') => void }

function State({ account: { secondFactor: own, demanded }, me, open }: StateProps) {
  const { secondFactor } = useTexts(authTexts)
  const format = useFormat()
  if (own.state === 'off')
    return (
      <div className={styles['fact']}>
        <p>
          <b>{secondFactor.off}</b>
        </p>
        <Button onClick={() => open('setting-up')}>{secondFactor.setUp}</Button>
      </div>
    )
  const mustStay = isDemanded(demanded, me)
  return (
    <>
      <p className={styles['stated']}>
        <b>{secondFactor.on(format.day(own.since))}</b>
        <small>{secondFactor.codesLeft(own.codesLeft)}</small>
        {mustStay && <small>{secondFactor.mustStay}</small>}
      </p>
      <div className={styles['actions']}>
        <Button onClick={() => open('renewing')}>{secondFactor.renew}</Button>
        {!mustStay && <Button onClick={() => open('removing')}>{secondFactor.remove}</Button>}
      </div>
    </>
  )
}

function isDemanded(demanded: Demanded, { role }: Me): boolean {
  switch (demanded) {
    case 'nobody':
      return false
    case 'owners':
      return role === 'owner'
    case 'administrators':
      return role === 'owner' || role === 'administrator'
    case 'everybody':
      return true
  }
}
