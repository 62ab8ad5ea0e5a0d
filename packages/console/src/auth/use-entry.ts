import type { OperatorId } from '@portico/protocol/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { request } from '../requests/request.ts'
import { tellOtherTabs } from '../session/other-tabs.ts'
import { startQuery } from './start.ts'

/** A request that sets the cookie; afterwards the console begins anew, as the person who came in. */
export function useEntry<Body>(path: string, to: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: Body) => request<{ operator: OperatorId }>(path, { method: 'POST', body }),
    onSuccess: async ({ operator }) => {
      tellOtherTabs({ said: 'entered', operator })
      queries.clear()
      await queries.fetchQuery(startQuery)
      await navigate({ href: to, replace: true })
    },
  })
}
