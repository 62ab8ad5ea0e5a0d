import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRules } from './read-rules.ts'
import { type Action, type Bot, matchRule, type Miss, type Rule, type Visit } from './rule.ts'

type Named = Rule & { name: string }

const show: Action = { type: 'show' }
const hide: Action = { type: 'hide' }
const bot = (more: Partial<Bot> = {}): Bot => ({ condition: 'always', steps: 3, ...more })
const rule = (name: string, more: Partial<Rule> = {}): Named => ({ name, url: '', countries: [], action: show, ...more })
const vera: Visit = { address: 'https://shop.example/de/products/7?size=M', country: 'DE', operatorAvailable: true }

function match(rules: readonly Named[], visit: Partial<Visit> = {}) {
  const { matched, others, ...rest } = matchRule(readRules(rules), { ...vera, ...visit })
  return { ...rest, matched: matched?.name, others: Object.fromEntries(others.map(({ rule, why }) => [rule.name, why])) }
}

describe('the page', () => {
  test.each([
    ['', true],
    ['products', true],
    ['^https://shop', true],
    ['^products', false],
    ['M$', true],
    ['/products/\\d+', true],
    ['/Products', false],
    ['(?i)/Products', true],
    ['/cart|/products', true],
    ['\\?size=[LM]', true],
    ['size=S', false],
  ])('[CH1][B8] an expression %j is searched anywhere in the address', (url, found) => {
    expect(match([rule('only', { url })])).toMatchObject(
      found ? { matched: 'only' } : { matched: undefined, others: { only: 'url-not-found' } },
    )
  })

  test('[CH1][B8] only an empty expression is found in an unknown address', () => {
    expect(match([rule('page', { url: '.' }), rule('all')], { address: '' })).toMatchObject({
      matched: 'all',
      others: { page: 'url-not-found' },
    })
  })

  test.each<[string, string, boolean]>([
    ['caf\\w', '/café', false],
    ['caf\\pL', '/café', true],
    ['caf\\W', '/café', true],
    ['^/\\d$', '/٣', false],
    ['^/\\pN$', '/٣', true],
    ['a\\sb', 'a\u00a0b', false],
    ['a\\sb', 'a\u000bb', false],
    ['a\\sb', 'a b', true],
    ['b$', 'a/b\n', false],
    ['b$', 'a/b', true],
    ['(?m)b$', 'a/b\n', true],
    ['a{1000}', 'a'.repeat(1000), true],
  ])('[CH74][B8] what RE2 means by %j is not what other engines mean', (url, address, found) => {
    expect(match([rule('only', { url })], { address }).matched).toBe(found ? 'only' : undefined)
  })

  test('[CH14] an expression written to stall a backtracking engine is searched at once', () => {
    const rules = readRules([rule('stall', { url: '(a+)+$' })])
    const startedAt = performance.now()
    expect(matchRule(rules, { ...vera, address: `${'a'.repeat(5_000)}b` }).matched).toBeUndefined()
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})

describe('the country', () => {
  const german = rule('german', { countries: ['AT', 'DE'], sequence: 99 })
  const french = rule('french', { countries: ['FR'], sequence: 1 })
  const anybody = rule('anybody', { sequence: 1 })

  test.each<[string, Partial<Visit>, string, Record<string, Miss>]>([
    ['from a listed country', { country: 'DE' }, 'german', { french: 'other-country', anybody: 'later' }],
    ['whose country is written small', { country: 'de' }, 'german', { french: 'other-country', anybody: 'later' }],
    ['from elsewhere', { country: 'JP' }, 'anybody', { french: 'other-country', german: 'other-country' }],
  ])('[CH2][CH3][B9][B13] a visitor %s', (_who, visit, matched, others) => {
    expect(match([anybody, french, german], visit)).toMatchObject({ matched, others })
  })

  test('[CH2][B9] a visitor from nowhere known gets no rule that lists countries', () => {
    const { country: _, ...nowhere } = vera
    const { matched, others } = matchRule(readRules([french, german, anybody]), nowhere)
    expect(matched?.name).toBe('anybody')
    expect(others.map(({ why }) => why)).toEqual(['country-unknown', 'country-unknown'])
  })

  test('[CH3][B13] a country rule that fails for another reason gives way to the rules without countries', () => {
    const rules = [rule('german cart', { countries: ['DE'], url: '/cart' }), rule('anybody')]
    expect(match(rules)).toMatchObject({ matched: 'anybody', others: { 'german cart': 'url-not-found' } })
  })

  test('[CH2][VI80] what is no code of a country is none that is known', () => {
    expect(match([german, rule('anybody')], { country: 'Germany' }).others).toEqual({ german: 'country-unknown' })
  })

  test('[CH3][B9] a country may be listed in small letters', () => {
    expect(match([rule('german', { countries: ['de'] })]).matched).toBe('german')
  })
})

describe('the order', () => {
  test.each<[string, Named[], string]>([
    ['the smaller sequence first', [rule('20', { sequence: 20 }), rule('5', { sequence: 5 })], '5'],
    ['a rule without one counts as 10, before 11', [rule('11', { sequence: 11 }), rule('none')], 'none'],
    ['a rule without one counts as 10, after 9', [rule('none'), rule('9', { sequence: 9 })], '9'],
    ['10 said and unsaid are equal', [rule('unsaid'), rule('10', { sequence: 10 })], 'unsaid'],
    ['equal ones in the order given', [rule('first', { sequence: 3 }), rule('second', { sequence: 3 })], 'first'],
    ['a negative one before zero', [rule('0', { sequence: 0 }), rule('-1', { sequence: -1 })], '-1'],
    ['by sequence among country rules', [rule('b', { countries: ['DE'] }), rule('a', { countries: ['DE'], sequence: 2 })], 'a'],
  ])('[CH4][B13] %s', (_name, rules, matched) => {
    expect(match(rules).matched).toBe(matched)
  })
})

describe('the action', () => {
  test.each<[Action, boolean]>([
    [{ type: 'show' }, true],
    [{ type: 'show-with-notification' }, true],
    [{ type: 'open-itself', delaySeconds: 5 }, true],
    [{ type: 'hide' }, false],
  ])('[CH5][CH9][B10] the first rule that matches decides: %j', (action, widgetAvailable) => {
    expect(match([rule('only', { action }), rule('later', { action: show })])).toEqual({
      matched: 'only',
      action,
      widgetAvailable,
      others: { later: 'later' },
    })
  })

  test('[CH6][B10] without any rule the plain button is shown', () => {
    expect(match([])).toEqual({ matched: undefined, action: show, widgetAvailable: true, others: {} })
  })

  test('[CH6][B10] where no rule matches the plain button is shown, though the rule would hide it', () => {
    expect(match([rule('hidden', { action: hide })]).action).toEqual(hide)
    expect(match([rule('hidden', { action: hide, url: '/jobs' })]).action).toEqual(show)
  })

  test.each<[string, Named[], boolean, boolean]>([
    ['an operator and no rule', [], true, true],
    ['nobody and no rule', [], false, false],
    ['nobody but a bot', [rule('bot', { bot: bot() })], false, true],
    ['nobody, and the bot skipped', [rule('bot', { bot: bot({ condition: 'only-if-operator' }) })], false, false],
    ['an operator, hidden', [rule('hidden', { action: hide })], true, false],
  ])('[CH9] the widget with %s', (_name, rules, operatorAvailable, widgetAvailable) => {
    expect(match(rules, { operatorAvailable }).widgetAvailable).toBe(widgetAvailable)
  })
})

describe('the bot', () => {
  test.each<[Bot, boolean, Miss | undefined]>([
    [bot(), true, undefined],
    [bot(), false, undefined],
    [bot({ condition: 'only-if-no-operator' }), true, 'operator-available'],
    [bot({ condition: 'only-if-no-operator' }), false, undefined],
    [bot({ condition: 'only-if-operator' }), true, undefined],
    [bot({ condition: 'only-if-operator' }), false, 'no-operator-available'],
    [bot({ steps: 0 }), true, 'bot-without-steps'],
    [bot({ steps: 1 }), true, undefined],
    [bot({ archivedAt: 1 }), false, 'bot-archived'],
    [bot({ archivedAt: 0, steps: 0 }), true, 'bot-archived'],
  ])('[CH7][CH8][B12] a rule with %j, operator available: %j', (bot, operatorAvailable, why) => {
    expect(match([rule('bot', { bot }), rule('next')], { operatorAvailable })).toMatchObject(
      why ? { matched: 'next', others: { bot: why } } : { matched: 'bot', others: { next: 'later' } },
    )
  })
})

test('[CH10] every rule that was not taken says why, in the order looked at', () => {
  const rules = [
    rule('later'),
    rule('taken', { sequence: 9 }),
    rule('page', { url: '/cart', sequence: 1 }),
    rule('country', { countries: ['FR'], sequence: 50 }),
    rule('broken', { url: '(', sequence: 2 }),
    rule('page before bot', { url: '/cart', bot: bot({ steps: 0 }), sequence: 3 }),
  ]
  expect(Object.entries(match(rules).others)).toEqual([
    ['country', 'other-country'],
    ['page', 'url-not-found'],
    ['broken', 'broken'],
    ['page before bot', 'url-not-found'],
    ['later', 'later'],
  ])
})

describe('rules that cannot match', () => {
  const cannot: fc.Arbitrary<Partial<Rule>> = fc.constantFrom(
    { url: '/cart' },
    { url: '(' },
    { countries: ['FR'] },
    { bot: bot({ steps: 0 }) },
    { bot: bot({ archivedAt: 1 }) },
    { bot: bot({ condition: 'only-if-no-operator' as const }) },
  )
  const can: fc.Arbitrary<Partial<Rule>> = fc.constantFrom({}, { countries: ['DE'] }, { url: 'shop' }, { action: hide })
  const sequence = fc.integer({ min: 8, max: 12 })
  const named = (kind: fc.Arbitrary<Partial<Rule>>, name: string) =>
    fc
      .array(fc.tuple(kind, sequence), { maxLength: 8 })
      .map((rules) => rules.map(([more, sequence], index) => rule(`${name}-${index}`, { ...more, sequence })))

  test('[CH11] reordered, resequenced or left out, they change nothing', () => {
    const someRules = fc.tuple(named(can, 'can'), named(cannot, 'cannot'), fc.infiniteStream(fc.nat(99)))
    fc.assert(
      fc.property(someRules, ([able, unable, places]) => {
        const mixed = [...able]
        for (const stray of unable)
          mixed.splice((places.next().value ?? 0) % (mixed.length + 1), 0, {
            ...stray,
            sequence: (places.next().value ?? 0) % 20,
          })
        const decided = ({ matched, action, widgetAvailable }: ReturnType<typeof match>) => ({ matched, action, widgetAvailable })
        expect(decided(match(mixed))).toEqual(decided(match(able)))
        expect(unable.map(({ name }) => match(mixed).others[name])).not.toContain('later')
      }),
    )
  })

  test('[CH11] whereas rules that can match do change it when reordered', () => {
    const [one, other] = [rule('one'), rule('other')]
    expect(match([one, other]).matched).not.toBe(match([other, one]).matched)
  })
})
