import { expect, test } from 'vitest'
import type { ConversationId } from '@portico/protocol/ids'
import { handClock } from '@portico/testkit/clock'
import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import { openLocalMembers, type MembersRoom } from '../members/local-members.ts'
import { openAttendance } from './attendance.ts'
import { openHub } from './hub.ts'
import type { Session } from './session.ts'

const CONVERSATION = 'c1' as ConversationId
const LOOK_MS = 2000

test('[PR40] where a visitor on another node is, is asked again until there is an answer', async () => {
  const { clock, asked, told, attendance } = await look()
  expect(asked).toEqual([`chat:${CONVERSATION}`])
  await clock.move(LOOK_MS)
  await clock.move(LOOK_MS)
  expect(asked).toHaveLength(3)
  const page = { url: 'https://shop.example/bowls', title: 'Bowls' }
  expect(attendance.heard(`conversation:${CONVERSATION}`, { type: 'visitor.here', page })).toBe(true)
  await clock.move(LOOK_MS)
  expect(asked).toHaveLength(3)
  expect(told).toEqual([{ type: 'visitor.here' }])
  attendance.close()
})

test('[PR40] of whom nobody looks at any more nothing is asked', async () => {
  const { clock, asked, hub, session, attendance } = await look()
  hub.leave(`conversation:${CONVERSATION}`, session)
  await clock.move(LOOK_MS)
  expect(asked).toHaveLength(1)
  attendance.close()
})

/** Ann begins to look at the conversation of a visitor who is on another node. */
async function look() {
  const clock = handClock()
  const room: MembersRoom = new Set()
  const [members, elsewhere] = [openLocalMembers(room), openLocalMembers(room)]
  await elsewhere.join(`chat:${CONVERSATION}`, 'other')
  const asked: Topic[] = []
  const told: Fleeting[] = []
  const hub = openHub()
  const attendance = openAttendance({
    attended: { of: 'chat', toldOn: 'conversation' },
    name: 'this',
    hub,
    members,
    publish: () => {},
    bus: { publishFleeting: (topic) => asked.push(topic) },
    clock,
    onFault: (error) => expect.unreachable(String(error)),
  })
  const hear = (encoded: Buffer) => told.push((JSON.parse(encoded.toString()) as { fleeting: Fleeting }).fleeting)
  const session = { hear } as unknown as Session // the hub calls nothing else
  hub.join(`conversation:${CONVERSATION}`, session)
  attendance.joined(`conversation:${CONVERSATION}`, session)
  await clock.move(0)
  return { clock, asked, told, hub, session, attendance }
}
