import type { InvitationRowView } from '@portico/protocol/auth'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

export const INVITATIONS = ['invitations']

type Page = { invitations: readonly InvitationRowView[]; more: boolean }

/** All that were ever made, the newest first. */
export const invitationsQuery = infiniteQueryOptions({
  queryKey: INVITATIONS,
  queryFn: ({ pageParam }) => request<Page>(`/api/invitations${pageParam && `?before=${pageParam}`}`),
  initialPageParam: '',
  getNextPageParam: ({ invitations, more }) => (more ? invitations.at(-1)?.id : undefined),
})
