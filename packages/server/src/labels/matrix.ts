import type { LabelId } from '@portico/protocol/ids'
import type { LabelKind } from '@portico/protocol/labels'
import { newId } from '@portico/protocol/new-id'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                                 nobody victor stella ann   olaf  ada   root  rick  server
label.make                       out    no     no     ok    ok    ok    ok    out   no
label.make of an expertise       out    no     no     no    no    ok    ok    out   no
label.change                     out    no     no     ok    ok    ok    ok    out   no
label.change of an expertise     out    no     no     no    no    ok    ok    out   no
label.remove                     out    no     no     no    no    ok    ok    out   no
skills.set                       out    no     no     ok    ok    ok    ok    out   no
skills.set of a colleague        out    no     no     no    no    ok    ok    out   no
`)

export const matrix: Matrix = {
  commands,
  scenes: {
    'label.make': () => making('tag'),
    'label.make of an expertise': () => making('expertise'),
    'label.change': async (scene) => changing(await made(scene, 'tag')),
    'label.change of an expertise': async (scene) => changing(await made(scene, 'expertise')),
    'label.remove': async (scene) => ({ type: 'label.remove', label: await made(scene, 'tag') }),
    'skills.set': ({ operator }) => ({ type: 'skills.set', operator, languages: ['fr'], expertise: [] }),
    'skills.set of a colleague': ({ cast }) => ({
      type: 'skills.set',
      operator: cast.bob.id,
      languages: ['fr'],
      expertise: [],
    }),
  },
}

const making = (kind: LabelKind) =>
  ({ type: 'label.make', label: newId<LabelId>(), kind, name: `Glaze ${newId().slice(-12)}`, tint: 2 }) as const

const changing = (label: LabelId) => ({ type: 'label.change', label, name: `Kiln ${newId().slice(-12)}`, tint: 3 }) as const

async function made({ cast }: Scene, kind: LabelKind): Promise<LabelId> {
  const command = making(kind)
  await cast.run(command, cast.root.actor)
  return command.label
}
