import { expect, test } from 'vitest'
import { checkRules, readRules, type RuleFault } from './read-rules.ts'
import { matchRule, type Rule } from './rule.ts'

const rule = (more: Partial<Rule> = {}): Rule => ({ url: '', countries: [], action: { type: 'show' }, ...more })
const delay = (delaySeconds: number) => rule({ action: { type: 'open-itself', delaySeconds } })

test.each<[string, Rule, RuleFault]>([
  [
    'an open bracket',
    rule({ url: '/shop/(a' }),
    { place: 'rules[1].url, character 7', fault: 'broken-expression', seen: 'missing closing ): /shop/(a' },
  ],
  [
    'a bracket that nobody opened',
    rule({ url: 'xx)' }),
    { place: 'rules[1].url, character 3', fault: 'broken-expression', seen: 'unexpected ): xx)' },
  ],
  [
    'a range backwards',
    rule({ url: 'id=[9-0]' }),
    { place: 'rules[1].url, character 5', fault: 'broken-expression', seen: 'invalid character class range: 9-0' },
  ],
  [
    'repeated repetition',
    rule({ url: 'shop**' }),
    { place: 'rules[1].url, character 5', fault: 'broken-expression', seen: 'invalid nested repetition operator: **' },
  ],
  [
    'a look ahead',
    rule({ url: 'shop(?=x)' }),
    { place: 'rules[1].url, character 5', fault: 'broken-expression', seen: 'invalid or unsupported Perl syntax: (?=' },
  ],
  [
    'a back reference',
    rule({ url: '(a)\\1' }),
    { place: 'rules[1].url, character 4', fault: 'broken-expression', seen: 'invalid escape sequence: \\1' },
  ],
  [
    'a backslash at the end',
    rule({ url: 'shop\\' }),
    { place: 'rules[1].url, character 5', fault: 'broken-expression', seen: 'trailing backslash at end of expression: shop\\' },
  ],
  [
    '1,001 characters',
    rule({ url: 'a'.repeat(1_001) }),
    { place: 'rules[1].url', fault: 'too-long', seen: '1001', expected: '1000' },
  ],
  [
    'a country in words',
    rule({ countries: ['DE', 'France'] }),
    { place: 'rules[1].countries[1]', fault: 'not-a-country', seen: 'France' },
  ],
  ['half a sequence', rule({ sequence: 1.5 }), { place: 'rules[1].sequence', fault: 'not-a-whole-number', seen: '1.5' }],
  [
    'a sequence that is no number',
    rule({ sequence: Number.NaN }),
    { place: 'rules[1].sequence', fault: 'not-a-whole-number', seen: 'NaN' },
  ],
  [
    'a negative delay',
    delay(-1),
    { place: 'rules[1].action.delaySeconds', fault: 'not-a-delay', seen: '-1', expected: '0–3600' },
  ],
  [
    'too long a delay',
    delay(3_601),
    { place: 'rules[1].action.delaySeconds', fault: 'not-a-delay', seen: '3601', expected: '0–3600' },
  ],
  [
    'no number as delay',
    delay(Number.NaN),
    { place: 'rules[1].action.delaySeconds', fault: 'not-a-delay', seen: 'NaN', expected: '0–3600' },
  ],
  [
    'a bot on a rule that hides',
    rule({ action: { type: 'hide' }, bot: { condition: 'always', steps: 1 } }),
    { place: 'rules[1].bot', fault: 'bot-behind-hidden', seen: 'always' },
  ],
])('[CH12] %s is refused with its place', (_name, faulty, fault) => {
  expect(checkRules([rule(), faulty, rule()])).toEqual([fault])
})

// [expression, character at which it is wrong]: the piece also stands where it is right, in a set, quoted, behind a backslash.
test.each<[string, number]>([
  ['xx)', 3],
  ['(a))b', 4],
  ['[)]x)', 5],
  ['\\)x)', 4],
  ['\\Q)\\E)', 6],
  ['(a)(b', 4],
  ['(a(b)', 1],
  ['a(b(c', 2],
  ['[(]a(b', 5],
  ['[[]a[', 5],
  ['[**]a**', 6],
  ['a\\**a**', 6],
  ['\\\\8\\8', 4],
  ['[a-z]x[z-a]', 8],
  ['(?P<a>x)(?P<a>y)', 13],
  ['a{2}b{1001}', 6],
])('[CH12] %j is wrong at character %i', (url, character) => {
  expect(checkRules([rule({ url })]).map(({ place }) => place)).toEqual([`rules[0].url, character ${character}`])
})

test('[CH12] a thousand brackets that open nothing are told at once, with a place', () => {
  expect(checkRules([rule({ url: '('.repeat(1000) })])).toMatchObject([{ fault: 'broken-expression' }])
  expect(checkRules([rule({ url: `${'[)]'.repeat(300)})` })])).toMatchObject([{ fault: 'broken-expression' }])
})

test('[CH12] every fault of every rule is named', () => {
  const twice = rule({ url: '(', countries: ['X'] })
  expect(checkRules([twice, rule(), twice]).map(({ place }) => place)).toEqual([
    'rules[0].countries[0]',
    'rules[0].url, character 1',
    'rules[2].countries[0]',
    'rules[2].url, character 1',
  ])
})

test.each([rule(), rule({ sequence: -3, countries: ['de'], url: 'a'.repeat(1_000) }), delay(0), delay(0.5), delay(3_600)])(
  '[CH12] a sound rule has no fault: %#',
  (sound) => {
    expect(checkRules([sound])).toEqual([])
  },
)

test('[CH13] a faulty rule never matches and harms no other', () => {
  const [broken, sound] = [rule({ url: '[' }), rule()]
  const visit = { address: '[', operatorAvailable: true }
  expect(matchRule(readRules([broken, sound]), visit)).toMatchObject({
    matched: sound,
    others: [{ rule: broken, why: 'broken' }],
  })
})
