import { newId } from '@portico/protocol/new-id'
import type { LineId } from '@portico/protocol/ids'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOfPdf } from './testing-pdf.ts'

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  async function print(path: string, headers: Record<string, string>) {
    const response = await fetch(`${site.url}${path}`, { headers })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    return { name: response.headers.get('content-disposition'), text: textOfPdf(Buffer.from(await response.arrayBuffer())) }
  }

  test('[TX1][TX2][E29][A34] operators print all that they may read, a visitor what he has seen under the names he knows', async () => {
    const { ann, olaf } = site
    const changes = { operatorNames: 'masked', operatorMask: 'Support' } as const
    await configure(site.root.send, { server: site.server, channel: MAIN, changes })
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Where is it? 返品', { name: 'Vera' })
    await ann.send({ type: 'conversation.accept', conversation })
    await ann.say(conversation, 'On its way')
    await ann.send({ type: 'note.write', conversation, line: newId<LineId>(), text: 'Canary: a regular' })
    await ann.send({ type: 'conversation.close', conversation })
    const query = '?zone=Asia/Tokyo&locale=fr'
    const hers = await print(`/api/conversations/${conversation}/transcript${query}`, { cookie: ann.cookie })
    expect(hers.name).toBe(`attachment; filename="conversation-${conversation}-2026-11-20.pdf"`)
    expect(hers.text).toMatch(/Conversation avec Vera\n[^]*Asia\/Tokyo\n[^]*par Ann, le 20 novembre 2026 à 18:00\n[^]*返品\n/)
    expect(hers.text).toMatch(/Ann {2}· {2}18:00\nOn its way\n[^]*Ann {2}· {2}18:00 {2}· {2}note\nCanary/)
    const own = await print(`/api/chats/${conversation}/transcript${query}`, { authorization: `Bearer ${vera.token}` })
    expect(own.text).toMatch(/par Vera[^]*返品\n[^]*Support {2}· {2}18:00\nOn its way\n/)
    expect(own.text).not.toMatch(/Ann|Canary/)
    const asked = await fetch(`${site.url}/api/conversations/${conversation}/transcript`, { headers: { cookie: olaf.cookie } })
    expect(asked.status).toBe(404)
  })
})
