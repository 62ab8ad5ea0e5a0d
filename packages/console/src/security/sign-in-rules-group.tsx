import type { Demanded } from '@portico/protocol/auth'
import { literal, object } from '@portico/protocol/schema'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { accountQuery } from '../account/account-query.ts'
import { authTexts } from '../auth/texts.ts'
import { SaveBar } from '../forms/save-bar.tsx'
import { useDraft } from '../forms/use-draft.ts'
import { useLive } from '../live/live-context.tsx'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'

const DEMANDS = ['nobody', 'owners', 'administrators', 'everybody'] as const
const rules = object({ demanded: literal(DEMANDS) })

/** What owners ask of everybody who signs in. */
export function SignInRulesGroup() {
  const demanded = useQuery(accountQuery).data?.demanded
  return demanded === undefined ? <Skeleton rows={2} /> : <Rules demanded={demanded} />
}

function Rules({ demanded }: { demanded: Demanded }) {
  const { form } = useMessages()
  const { secondFactor } = useTexts(authTexts)
  const publish = useDemand()
  const draft = useDraft({ form: 'sign-in-rules', schema: rules, published: { demanded }, publish })
  return (
    <>
      <SettingsGroup title={secondFactor.rules} text={secondFactor.rulesText}>
        <ChoiceField
          label={secondFactor.demand}
          hint={secondFactor.demandHint}
          value={draft.value.demanded}
          onChange={({ target }) => draft.change({ demanded: DEMANDS.find((of) => of === target.value) ?? 'nobody' })}
        >
          {DEMANDS.map((of) => (
            <option key={of} value={of}>
              {secondFactor.demands[of]}
            </option>
          ))}
        </ChoiceField>
      </SettingsGroup>
      <SaveBar draft={draft} said={form.unsaved} verb="save" />
    </>
  )
}

function useDemand() {
  const messages = useMessages()
  const { secondFactor } = useTexts(authTexts)
  const live = useLive()
  const queries = useQueryClient()
  return async ({ demanded }: { demanded: Demanded }) => {
    const outcome = await live.send({ type: 'second-factor.demand', of: demanded })
    if (outcome.ok) tell(messages.shell.saved)
    else if (outcome.refused === 'second-factor') tell(secondFactor.demandOwn, 'failed')
    else tell(messages.failure.command(refusalText(messages, outcome.refused)), 'failed')
    await queries.invalidateQueries(accountQuery)
    return outcome.ok ? ('published' as const) : ('refused' as const)
  }
}
