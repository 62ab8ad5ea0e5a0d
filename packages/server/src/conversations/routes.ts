import {
  chatLinesQuery,
  chatsQuery,
  conversationsQuery,
  linesQuery,
  searchBody,
  visitorQuery,
} from '@portico/protocol/conversations'
import { hoursWritten } from '@portico/protocol/hours'
import { channelId, conversationId, hoursId, lineId, visitorId } from '@portico/protocol/ids'
import { publicOf } from '@portico/protocol/options'
import {
  chatLinesPage,
  chatsPage,
  conversationPage,
  linesPage,
  searchAnswer,
  widgetConfig,
  widgetConfigQuery,
} from '@portico/protocol/pages'
import * as s from '@portico/protocol/schema'
import { todayAnswer, todayQuery } from '@portico/protocol/today'
import { isAdministrator } from '../auth/policy.ts'
import { seenBy } from '../channels/policy.ts'
import { findChannel, readChannelNames } from '../channels/reads.ts'
import { isOnSites } from '../channels/site.ts'
import { findCustomerOf, readVisitorsOf } from '../customers/reads.ts'
import { channelsOf, findHours, readStanding } from '../hours/reads.ts'
import { json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { FOR_EVERY_SITE } from '../platform/wire/security-headers.ts'
import { readStaffing } from '../presence/reads.ts'
import { readSiteName, readSiteZone } from '../workspace/reads.ts'
import { readSwitchedOff } from '../workspace/switch-reads.ts'
import { shutFor } from '../workspace/switches.ts'
import { readAnsweringTime } from './answering-time.ts'
import { chatLineOf } from './guise.ts'
import { readChatLines, readLines } from './lines.ts'
import { parseCursor, readActive, readClosed } from './lists.ts'
import { mayKnow } from './policy.ts'
import { readPastChats } from './past-chats.ts'
import { readOfVisitors } from './person-reads.ts'
import { findConversation, findLine } from './reads.ts'
import { searchVisitors } from './search.ts'
import { readWrittenHours } from './written-hours.ts'
import { readToday } from './today.ts'

const PAGE_DEFAULT = 50
const noChannel = (name: string) => `there is no channel ${name}: data-channel of the snippet has to name one`
const isArchived = (name: string) => `the channel ${name} is archived`
const ELSEWHERE = { detail: 'this site is not among those that may carry the chat; its owner can add it to the channel’s sites' }

const SWITCHED_OFF = { detail: 'the chat is switched off; whoever set it up can switch it on in the settings of the site' }

const ofConversation = s.object({ id: conversationId })
const ofVisitor = s.object({ id: visitorId })

export const routes = [
  route({
    method: 'GET',
    path: '/widget/:channel/config.json',
    who: 'anyone',
    about: 'All that the loader on a page needs before anybody acts.',
    params: s.object({ channel: channelId }),
    query: widgetConfigQuery,
    answer: json(widgetConfig),
    // Readable by any page: one that may not carry the chat is told so.
    headers: {
      ...FOR_EVERY_SITE,
      'access-control-allow-origin': '*',
      'cache-control': 'private, max-age=60',
      vary: 'origin',
    },
    run: async ({ reads, params, query, request, isOwnPage }) => {
      const found = await findChannel(reads, params.channel)
      if (!found) return no(404, 'not-found', { detail: noChannel(params.channel) })
      if (found.archivedAt !== null) return no(404, 'not-found', { detail: isArchived(params.channel) })
      if (!isOwnPage && !isOnSites(found.options.sites, request.headers.origin ?? '')) return no(403, 'forbidden', ELSEWHERE)
      const shut = shutFor('public-to-operator', await readSwitchedOff(reads))
      if (shut === 'off') return no(403, 'forbidden', SWITCHED_OFF)
      const told = {
        siteName: await readSiteName(reads),
        shut,
        ...(await readStaffing(reads, found.id)),
        hours: await readStanding(reads, found.id),
        options: publicOf(found.options, query.locale),
        answersInMs: await readAnsweringTime(reads, found.id),
      }
      return ok({ ...told, channel: found.id, frame: '/frame' })
    },
  }),
  route({
    method: 'GET',
    path: '/api/hours/:id/written',
    who: 'operator',
    about:
      'In which hours of the last weeks visitors began to write, in one’s own of the channels with these hours, or in all for those who administer.',
    params: s.object({ id: hoursId }),
    answer: json(hoursWritten),
    run: async ({ reads, authority, params: { id }, clock }) => {
      const hours = await findHours(reads, id)
      if (!hours) return no(404, 'not-found')
      const having = await channelsOf(reads, id)
      const channels = isAdministrator(authority) ? having : having.filter((channel) => seenBy(authority).includes(channel))
      return ok(await readWrittenHours(reads, { channels, hours, at: clock.now() }))
    },
  }),
  route({
    method: 'GET',
    path: '/api/conversations',
    who: 'operator',
    about: 'One’s own active conversations, those of the team, or closed ones, the last moved first; of My channels, or of all.',
    query: conversationsQuery,
    answer: json(conversationPage),
    run: async ({ reads, fill, authority, query: { list, channels: scope, before, limit = PAGE_DEFAULT } }) => {
      const channels = scope === 'mine' ? authority.channels : seenBy(authority)
      const asked = { operator: authority.id, channels, before: parseCursor(before), limit: Number(limit) }
      const page =
        list === 'closed' ? await readClosed(reads, asked) : await readActive(reads, { ...asked, mine: list === 'mine' })
      return ok({ ...page, rows: await fill(reads, 'row', page.rows) })
    },
  }),
  route({
    method: 'GET',
    path: '/api/today',
    who: 'operator',
    about:
      'How today goes in My channels, or in all that one sees, for those who administer in all there are, beside the same weekday before.',
    query: todayQuery,
    answer: json(todayAnswer),
    run: async ({ reads, authority, query, clock }) => {
      const all = async () =>
        isAdministrator(authority) ? (await readChannelNames(reads)).map(({ id }) => id) : seenBy(authority)
      const channels = query.channels === 'all' ? await all() : authority.channels
      return ok(await readToday(reads, { channels, zone: await readSiteZone(reads), at: clock.now() }))
    },
  }),
  route({
    method: 'POST',
    path: '/api/search',
    who: 'operator',
    about: 'The newest conversations of visitors who are called so, or have such an address, in one’s own channels.',
    body: searchBody,
    answer: json(searchAnswer),
    run: async ({ reads, fill, authority, body: { words } }) => {
      const found = await searchVisitors(reads, { channels: seenBy(authority), text: words })
      return ok({ ...found, rows: await fill(reads, 'row', found.rows) })
    },
  }),
  route({
    method: 'GET',
    path: '/api/visitors/:id/conversations',
    who: 'operator',
    about:
      'All conversations of a visitor in one’s own channels, the last begun first; where he is a customer’s, those of all his visitors.',
    params: ofVisitor,
    query: visitorQuery,
    answer: json(conversationPage),
    run: async ({ reads, fill, authority, params: { id }, query: { before, limit = PAGE_DEFAULT } }) => {
      const customer = await findCustomerOf(reads, id)
      const visitors = customer ? await readVisitorsOf(reads, customer.id) : [id]
      const asked = { visitors, channels: seenBy(authority), before: parseCursor(before), limit: Number(limit) }
      const page = await readOfVisitors(reads, asked)
      return ok({ ...page, rows: await fill(reads, 'row', page.rows) })
    },
  }),
  route({
    method: 'GET',
    path: '/api/conversations/:id/lines',
    who: 'operator',
    about: 'Lines of a conversation right before an ordinal, oldest first, with notes.',
    params: ofConversation,
    query: linesQuery,
    answer: json(linesPage),
    run: async ({ reads, fill, authority, params: { id }, query: { before, limit = PAGE_DEFAULT } }) => {
      if (mayKnow(authority, await findConversation(reads, id))) return no(404, 'not-found')
      const page = { before: before === undefined ? undefined : Number(before), limit: Number(limit) }
      const { lines, older } = await readLines(reads, { conversation: id, ...page })
      return ok({ lines: await fill(reads, 'conversationLine', lines), older })
    },
  }),
  route({
    method: 'GET',
    path: '/api/chats',
    who: 'visitor',
    about: 'One’s own conversations of a channel that have ended, the last begun first.',
    query: chatsQuery,
    answer: json(chatsPage),
    run: async ({ reads, authority, query: { channel, before, limit = PAGE_DEFAULT } }) =>
      ok(await readPastChats(reads, { visitor: authority.id, channel, before, limit: Number(limit) })),
  }),
  route({
    method: 'GET',
    path: '/api/chats/:id/lines',
    who: 'visitor',
    about: 'Lines of one’s own chat right before another, oldest first.',
    params: ofConversation,
    query: chatLinesQuery,
    answer: json(chatLinesPage),
    run: async ({ reads, fill, authority, params: { id }, query: { before, limit = PAGE_DEFAULT } }) => {
      const conversation = await findConversation(reads, id)
      if (mayKnow(authority, conversation) || !conversation) return no(404, 'not-found')
      const named = s.safeParse(s.optional(lineId), before)
      if (!named.success) return no(404, 'not-found')
      const line = named.data === undefined ? undefined : await findLine(reads, named.data)
      const isThere = named.data === undefined || (line?.conversation === id && line.audience !== 'operators')
      if (!isThere) return no(404, 'not-found')
      const { lines, older } = await readChatLines(reads, { conversation: id, before: line?.ordinal, limit: Number(limit) })
      const seen = lines.map((each) => chatLineOf(conversation, each))
      return ok({ lines: await fill(reads, 'chatLine', seen), older })
    },
  }),
]
