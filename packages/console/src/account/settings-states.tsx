import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMe } from '../auth/me-context.tsx'
import { authTexts } from '../auth/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { accountQuery } from './account-query.ts'
import { sessionsQuery } from './sessions-query.ts'
import { accountTexts } from './texts.ts'

export const ProfileState = () => <bdi>{useMe()?.name}</bdi>

export function SignInState() {
  const { secondFactor } = useTexts(authTexts)
  const account = useQuery(accountQuery).data
  if (!account) return null
  return account.secondFactor.state === 'off' ? secondFactor.isOff : secondFactor.isOn
}

export function DeviceState() {
  const { settings } = useTexts(accountTexts)
  const pages = useInfiniteQuery(sessionsQuery).data?.pages
  const count = pages?.flatMap((page) => page.sessions).length
  return count === undefined ? null : settings.sessionCount(count, pages?.at(-1)?.more === true)
}
