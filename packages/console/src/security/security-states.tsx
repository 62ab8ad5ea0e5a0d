import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { accountQuery } from '../account/account-query.ts'
import { authTexts } from '../auth/texts.ts'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { securityQuery } from './security-query.ts'
import { securityTexts } from './texts.ts'

export function SignInRulesState() {
  const { secondFactor } = useTexts(authTexts)
  const demanded = useQuery(accountQuery).data?.demanded
  return demanded ? secondFactor.demandedOf[demanded] : null
}

/** What happened last. */
export function SecurityState() {
  const { security } = useTexts(securityTexts)
  const format = useFormat()
  const now = useNow()
  const row = useInfiniteQuery(securityQuery({ kind: '', person: '' })).data?.pages[0]?.rows[0]
  return row ? security.last(security.kinds[row.kind], format.brief(row.at, now)) : null
}
