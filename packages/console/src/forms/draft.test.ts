import { expect, test } from 'vitest'
import { changedOf, drafted, faultsOf, type Schema, stateOf } from './draft.ts'

type Options = { name: string; welcome: string; sites: string[] }
const published: Options = { name: 'Shop', welcome: 'Hello', sites: ['example.org'] }
const named: Schema<Options> = {
  safeParse: (value) => {
    const { name, welcome } = value as Options
    const issues = [
      ...(name === '' ? [{ path: ['name'], message: 'says nothing' }] : []),
      ...(welcome === '' ? [{ path: ['welcome'], message: 'says nothing' }] : []),
    ]
    return issues.length === 0 ? { success: true, data: value as Options } : { success: false, error: { issues } }
  },
}

test('[CO47] a draft lies over what is published, field by field', () => {
  const kept = { of: { form: 1 }, changed: { welcome: 'Good evening' } }
  expect(drafted({ ...published, name: 'Boutique' }, kept)).toEqual({ ...published, name: 'Boutique', welcome: 'Good evening' })
  expect(drafted(published, undefined)).toEqual(published)
})

test('[CO47] what was changed back is no change', () => {
  expect(changedOf(published, { name: 'Shop', sites: ['example.org'], welcome: 'Hi' })).toEqual({ welcome: 'Hi' })
  expect(stateOf(published, { form: 1 }, { of: { form: 1 }, changed: { name: 'Shop' } })).toBe('untouched')
})

test('[CO48] changes of a state that somebody has replaced meanwhile are told from those of the present one', () => {
  const kept = { of: { form: 1 }, changed: { name: 'Boutique' } }
  expect(stateOf(published, { form: 1 }, kept)).toBe('open')
  expect(stateOf(published, { form: 2 }, kept)).toBe('changed')
})

test('[CO48] who wished the same as the other has published is not asked', () => {
  expect(stateOf({ ...published, name: 'Boutique' }, { form: 2 }, { of: { form: 1 }, changed: { name: 'Boutique' } })).toBe(
    'untouched',
  )
})

test('[CO47] a fault stands at the field that the schema names', () => {
  expect(faultsOf(named, { ...published, name: '', welcome: '' })).toEqual({ name: 'says nothing', welcome: 'says nothing' })
  expect(faultsOf(named, published)).toEqual({})
})
