import type { LabelId, OperatorId } from '@portico/protocol/ids'
import type { Label } from '@portico/protocol/labels'
import { expect, test } from 'vitest'
import { change, LABELS_MAX, make, setSkills } from './label.ts'

// A test's own ids.
const glaze: Label = { id: 'glaze' as LabelId, kind: 'tag', name: 'Glaze', tint: 2 }
const kiln: Label = { id: 'kiln' as LabelId, kind: 'tag', name: 'Kiln  12', tint: 3 }
const fresh: Label = { id: 'fresh' as LabelId, kind: 'tag', name: ' Breakage ', tint: 1 }
const standing = { ofKind: [glaze, kiln], isTaken: false, at: 7 }

test('[CV266][E10] a label is made with its name trimmed', () => {
  expect(make(fresh, standing)).toEqual([{ type: 'label.made', label: { ...fresh, name: 'Breakage' }, at: 7 }])
})

test.each(['glaze', ' GLAZE ', 'Gláze', 'kiln 12', 'Ｋｉｌｎ 12'])(
  '[CV266][E10] a name is there once, however it is written: %s',
  (name) => {
    expect(make({ ...fresh, name }, standing)).toMatchObject({ refused: 'exists' })
    expect(change({ ...fresh, name: 'Breakage' }, { name, tint: 1 }, standing.ofKind)).toMatchObject({ refused: 'exists' })
  },
)

test('[CV266][E10] its own name in other letters is a change like its colour; none is none', () => {
  expect(change(glaze, { name: 'GLAZE', tint: 2 }, [glaze, kiln])).toMatchObject([{ label: { name: 'GLAZE' } }])
  expect(change(glaze, { name: 'Glaze', tint: 5 }, [glaze, kiln])).toMatchObject([{ label: { tint: 5 } }])
  expect(change(glaze, { name: ' Glaze ', tint: 2 }, [glaze, kiln])).toEqual([])
})

test('[CV266] an id is taken for good, and of so many there are no more', () => {
  expect(make(fresh, { ...standing, isTaken: true })).toMatchObject({ refused: 'exists' })
  const ofKind = Array.from({ length: LABELS_MAX }, (_, n) => ({ ...glaze, id: `l${n}` as LabelId, name: `Label ${n}` })) // as above
  expect(make(fresh, { ...standing, ofKind })).toMatchObject({ refused: 'full' })
})

const ann = 'ann' as OperatorId // a test's own id
const nothing = { operator: ann, languages: [], expertise: [], country: null }
const silent = { operator: ann, languages: [], expertise: [] }

test.each<[says: string, said: readonly string[], languages: readonly string[]]>([
  ['in the order in which they were said', ['sv', 'en', 'da'], ['sv', 'en', 'da']],
  ['once', ['en', 'EN', 'en'], ['en']],
  ['as everybody writes them', ['EN-gb', 'zh-hant-tw', 'iw'], ['en-GB', 'zh-Hant-TW', 'he']],
])('[CV267][E27] languages are kept %s', (_says, said, languages) => {
  expect(setSkills(nothing, { ...silent, languages: [...said] }, new Set())).toMatchObject([{ skills: { languages } }])
})

test('[CV267][E25] expertise is one of the site’s; what is as it was changes nothing', () => {
  const skilled = { ...nothing, languages: ['en'], expertise: [kiln.id] }
  expect(setSkills(nothing, { ...silent, expertise: [glaze.id] }, new Set(['kiln']))).toMatchObject({ refused: 'not-found' })
  expect(setSkills(nothing, { ...silent, expertise: [kiln.id, kiln.id] }, new Set(['kiln']))).toMatchObject([
    { skills: { expertise: ['kiln'] } },
  ])
  expect(setSkills(skilled, { ...silent, languages: ['en'], expertise: [kiln.id] }, new Set(['kiln']))).toEqual([])
})

test('[CV267] where somebody is from is said with the rest, and not any more where it is left out', () => {
  expect(setSkills(nothing, { ...silent, country: 'AT' }, new Set())).toMatchObject([{ skills: { country: 'AT' } }])
  expect(setSkills({ ...nothing, country: 'AT' }, { ...silent, country: 'AT' }, new Set())).toEqual([])
  expect(setSkills({ ...nothing, country: 'AT' }, silent, new Set())).toMatchObject([{ skills: { country: null } }])
})
