import type { CustomerCard } from '@portico/protocol/customers'
import type { VisitorId } from '@portico/protocol/ids'
import { useState } from 'react'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { isolated } from '../parts/isolated.ts'
import { tell } from '../parts/toast.tsx'
import styles from './context-pane.module.css'
import { panelTexts } from './texts.ts'

type Props = { customer: CustomerCard; visitor: VisitorId }
type Act = 'unlink' | 'logOut'

/** What those who administer do about whose visitor it is. */
export function CustomerActs({ customer, visitor }: Props) {
  const { context } = useTexts(panelTexts)
  const me = useMe()
  const command = useCommand()
  const [asked, setAsked] = useState<Act>()
  if (!mayAdminister(me)) return null
  const acts = {
    unlink: () => command({ type: 'visitor.unlink', visitor }),
    logOut: () => command({ type: 'customer.log-out', customer: customer.id }),
  }
  const run = async (act: Act) => {
    if (await acts[act]()) tell(context.customerActs[act].done)
  }
  return (
    <div className={styles['acts']}>
      {(['logOut', 'unlink'] as const).map((act) => (
        <Button key={act} onClick={() => setAsked(act)}>
          {context.customerActs[act].name}
        </Button>
      ))}
      {asked && (
        <Ask
          open
          close={() => setAsked(undefined)}
          title={context.customerActs[asked].ask(isolated(customer.name ?? customer.sub))}
          text={context.customerActs[asked].text}
          action={context.customerActs[asked].name}
          run={() => void run(asked)}
          danger
        />
      )}
    </div>
  )
}
