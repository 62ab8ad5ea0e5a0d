import type { Topic } from '@portico/protocol/topics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../must.ts'
import type { Members } from './members.ts'

/** One node's, and what makes the others believe that it is silent. */
type OpenedMembers = { members: Members; lapse: () => Promise<void>; close: () => Promise<void> }

/** What holds of all members. `openMembers` opens those of one more node of the same installation; `settle` lets doubts pass. */
export function membersContract(name: string, openMembers: () => Promise<OpenedMembers>, settle = async () => {}): void {
  describe(name, () => {
    let nodes: OpenedMembers[]
    const [here, there] = [() => must(nodes[0]), () => must(nodes[1])]
    beforeAll(async () => {
      nodes = [await openMembers(), await openMembers()]
      for (const { members } of nodes) await members.renew()
      await settle()
    })
    afterAll(() => Promise.all(nodes.map(({ close }) => close())))
    const listed = ({ members }: OpenedMembers, ...topics: Topic[]) => members.list(topics)

    test('[ND20] who joins on one node is listed by each, topic by topic, until he leaves', async () => {
      await here().members.join('chat:a', 'vera')
      await here().members.join('chat:a', 'victor')
      await there().members.join('chat:b', 'carla')
      for (const node of nodes) {
        expect(await listed(node, 'chat:a', 'chat:b', 'chat:c')).toEqual(
          new Map([
            ['chat:a', ['vera', 'victor']],
            ['chat:b', ['carla']],
            ['chat:c', []],
          ]),
        )
      }
      await here().members.leave('chat:a', 'vera')
      await there().members.leave('chat:b', 'carla')
      for (const node of nodes) expect(await listed(node, 'chat:a')).toEqual(new Map([['chat:a', ['victor']]]))
      await here().members.leave('chat:a', 'victor')
      expect(await listed(there(), 'chat:a', 'chat:b')).toEqual(
        new Map([
          ['chat:a', []],
          ['chat:b', []],
        ]),
      )
    })

    test('[ND21] who is on two nodes is listed once, and leaves when he leaves the last', async () => {
      for (const { members } of nodes) await members.join('chat:a', 'vera')
      expect(await listed(here(), 'chat:a')).toEqual(new Map([['chat:a', ['vera']]]))
      await here().members.leave('chat:a', 'vera')
      expect(await listed(here(), 'chat:a')).toEqual(new Map([['chat:a', ['vera']]]))
      await there().members.leave('chat:a', 'vera')
      expect(await listed(here(), 'chat:a')).toEqual(new Map([['chat:a', []]]))
    })

    test('[ND22] what a node has said goes with it; was it only slow, the next renewal says it again', async () => {
      await here().members.join('chat:a', 'vera')
      await there().members.join('chat:b', 'carla')
      await here().lapse()
      expect(await listed(there(), 'chat:a', 'chat:b')).toEqual(
        new Map([
          ['chat:a', []],
          ['chat:b', ['carla']],
        ]),
      )
      await here().members.renew()
      expect(await listed(there(), 'chat:a')).toEqual(new Map([['chat:a', ['vera']]]))
      await here().members.leave('chat:a', 'vera')
      await there().members.leave('chat:b', 'carla')
    })
  })
}
