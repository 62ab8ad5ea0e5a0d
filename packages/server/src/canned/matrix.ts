import type { CannedSharedWith } from '@portico/protocol/canned'
import type { CannedId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                                      nobody victor stella ann   olaf  ada   root  rick  server
canned.write                          out    no     no     ok    ok    ok    ok    out   no
canned.write shared with a channel    out    no     no     ok    no    ok    ok    out   no
canned.write shared with everybody    out    no     no     no    no    ok    ok    out   no
canned.write of another’s             out    no     no     none  none  none  none  out   no
canned.write of a shared one          out    no     no     no    none  ok    ok    out   no
canned.remove of another’s            out    no     no     none  none  none  none  out   no
canned.remove of a shared one         out    no     no     no    none  ok    ok    out   no
canned.use of another’s               out    no     no     none  none  none  none  out   no
canned.use of a shared one            out    no     no     ok    none  ok    ok    out   no
`)

const routes = rowsOf(`
                 nobody victor stella ann  olaf ada  root rick sam
GET /api/canned  401    401    401    200  200  200  200  401  401
`)

const CHANNELS: CannedSharedWith = { kind: 'channels', channels: [MAIN] }

export const matrix: Matrix = {
  commands,
  routes,
  addresses: { 'GET /api/canned': () => '/api/canned' },
  scenes: {
    'canned.write': () => writing({ kind: 'nobody' }),
    'canned.write shared with a channel': () => writing(CHANNELS),
    'canned.write shared with everybody': () => writing({ kind: 'everybody' }),
    'canned.write of another’s': async (scene) => writing({ kind: 'nobody' }, { canned: await made(scene, { kind: 'nobody' }) }),
    'canned.write of a shared one': async (scene) => writing(CHANNELS, { canned: await made(scene, CHANNELS) }),
    'canned.remove of another’s': async (scene) => ({ type: 'canned.remove', canned: await made(scene, { kind: 'nobody' }) }),
    'canned.remove of a shared one': async (scene) => ({ type: 'canned.remove', canned: await made(scene, CHANNELS) }),
    'canned.use of another’s': async (scene) => ({ type: 'canned.use', canned: await made(scene, { kind: 'nobody' }) }),
    'canned.use of a shared one': async (scene) => ({ type: 'canned.use', canned: await made(scene, CHANNELS) }),
  },
}

function writing(sharedWith: CannedSharedWith, of?: { canned: CannedId }) {
  const canned = of?.canned ?? newId<CannedId>()
  const texts = [{ language: 'en', text: 'We replace it.' }]
  const shortcut = `r${newId().slice(-12)}`
  return { type: 'canned.write', canned, version: of ? 1 : 0, shortcut, texts, sharedWith } as const
}

/** Bob's, who is a member of Ann's channel. */
async function made({ cast }: Scene, sharedWith: CannedSharedWith): Promise<CannedId> {
  const command = writing(sharedWith)
  await cast.run(command, cast.bob.actor)
  return command.canned
}
