import type { OperatorId } from '@portico/protocol/ids'

/** What the tabs of one browser, which share the cookie, tell each other. */
type Said = { said: 'left' } | { said: 'entered'; operator: OperatorId }

const NAME = 'portico.session'

export function tellOtherTabs(said: Said): void {
  const channel = new BroadcastChannel(NAME)
  channel.postMessage(said)
  channel.close()
}

export function onOtherTab(heard: (said: Said) => void): () => void {
  const channel = new BroadcastChannel(NAME)
  channel.addEventListener('message', ({ data }) => heard(data as Said)) // tellOtherTabs sent it
  return () => channel.close()
}
