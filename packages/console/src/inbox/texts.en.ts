import { pluralIn } from '../messages/plural.ts'

const plural = pluralIn('en')

/** The lists, and what one does from them. */
export const texts = {
  inbox: {
    badge: (requests: number, unread: number) =>
      [
        requests > 0 ? `${requests} ${plural(requests, { one: 'request', other: 'requests' })}` : '',
        unread > 0 ? `${unread} unread` : '',
      ]
        .filter(Boolean)
        .join(', '),
    title: 'Inbox',
    list: 'Conversations',
    scope: 'Channels that the lists show',
    scopes: { mine: 'My channels', all: (more: number) => (more > 0 ? `All channels, ${more} more` : 'All channels') },
    requests: 'Requests',
    mine: 'Mine',
    team: 'Team',
    closed: 'Closed',
    more: 'There are more than this list holds. Accept some, the others follow.',
    unread: (count: number) => `${count} unread`,
    waiting: 'waiting',
    you: 'You',
    draft: 'Draft',
    ownedBy: (names: string) => `with ${names}`,
    unanswered: 'unanswered for',
    unansweredSince: (when: string) => `Unanswered since ${when}`,
    preview: 'Preview',
    accept: 'Accept',
    decline: 'Decline',
    offeredToYou: (left: string) => `Offered to you, ${left} left`,
    offeredTo: (name: string, left: string) => `Offered to ${name}, ${left} left`,
    pickSeveral: 'Pick several',
    pick: (name: string) => `Pick ${name}`,
    triage: 'With all that are picked',
    picked: (count: number) => `${count} picked`,
    triageMove: 'Move',
    triageEnd: 'End',
    triageEndAsk: (count: number) => `End ${count} ${plural(count, { one: 'request', other: 'requests' })}?`,
    triageEndText: 'Their visitors read that the conversation has ended. Each can be reopened.',
    triaged: (done: number, refused: number) => (refused > 0 ? `${done} done, ${refused} refused` : `${done} done`),
    takenBy: (name: string, seconds: number) =>
      seconds < 1 ? `${name} accepted it just before you` : `${name} accepted it ${seconds} s before you`,
    empty: { title: 'No requests', text: 'New ones appear here with a sound.' },
    emptyGroup: {
      mine: 'Conversations you accept stand here.',
      team: 'Nobody else is in a conversation.',
      closed: 'No conversation has ended yet.',
    },
    choose: { title: 'Choose a conversation', text: 'Open one from the list, or accept a request to begin.' },
    failure: { title: 'The list could not be loaded', text: 'Your conversations are safe and still open.', action: 'Try again' },
    noChannel: { title: 'You are in no channel', text: 'Join one, and its requests appear here.', action: 'To the channels' },
  },
  preview: {
    waiting: (duration: string) => `Waiting ${duration}`,
    on: (page: string) => `on ${page}`,
    accept: 'Accept',
    cancel: 'Cancel',
    look: 'Open the conversation',
    taken: (name: string) => `${name} has accepted this request.`,
    closed: 'This request has ended.',
    hint: 'The visitor is not told that you look.',
  },
}
