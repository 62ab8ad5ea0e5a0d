import type { Demanded } from '@portico/protocol/auth'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { accountQuery } from '../account/account-query.ts'
import { useLive } from '../live/live-context.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'
import { SettingsGroup } from '../parts/settings-group.tsx'

const DEMANDS = ['nobody', 'owners', 'administrators', 'everybody'] as const

/** What owners ask of everybody who signs in. */
export function SignInRulesGroup() {
  const messages = useMessages()
  const { secondFactor, settings, failure } = messages
  const live = useLive()
  const queries = useQueryClient()
  const demanded = useQuery(accountQuery).data?.demanded
  const demand = async (of: Demanded) => {
    const outcome = await live.send({ type: 'second-factor.demand', of })
    if (outcome.ok) tell(settings.saved)
    else if (outcome.refused === 'second-factor') tell(secondFactor.demandOwn, 'failed')
    else tell(failure.command(refusalText(messages, outcome.refused)), 'failed')
    await queries.invalidateQueries(accountQuery)
  }
  return (
    <SettingsGroup title={secondFactor.rules} text={secondFactor.rulesText}>
      <ChoiceField
        label={secondFactor.demand}
        hint={secondFactor.demandHint}
        disabled={demanded === undefined}
        value={demanded ?? 'nobody'}
        onChange={({ target }) => void demand(DEMANDS.find((of) => of === target.value) ?? 'nobody')}
      >
        {DEMANDS.map((of) => (
          <option key={of} value={of}>
            {secondFactor.demands[of]}
          </option>
        ))}
      </ChoiceField>
    </SettingsGroup>
  )
}
