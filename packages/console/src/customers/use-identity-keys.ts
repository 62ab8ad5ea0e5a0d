import type { IdentityKeysAnswer } from '@portico/protocol/customers'
import type { ChannelId } from '@portico/protocol/ids'
import { useQuery } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

export const keysOf = (channel: ChannelId) => ['identity-keys', channel] as const

/** Those who administer see them. */
export const useIdentityKeys = (channel: ChannelId, enabled: boolean) =>
  useQuery({
    queryKey: keysOf(channel),
    queryFn: () => request<IdentityKeysAnswer>(`/api/channels/${channel}/identity-keys`),
    enabled,
  })
