import type { Event } from '@portico/protocol'
import type { LobbyView } from '@portico/protocol/channels'

export type LobbyNews = Extract<Event, { type: 'lobby.changed' }>

export function applyToLobby(view: LobbyView, event: LobbyNews): LobbyView {
  switch (event.type) {
    case 'lobby.changed':
      return event.lobby
  }
  return view
}
