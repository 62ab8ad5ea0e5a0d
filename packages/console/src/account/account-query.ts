import type { AccountView } from '@portico/protocol/auth'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

/** One's own second factor, and of whom the site demands one. */
export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: () => request<AccountView>('/api/account') })
