import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMatomoSegment } from './read-matomo-segment.ts'
import { parseSegment } from './segment-parser.ts'

const twice = (value: string) => encodeURIComponent(encodeURIComponent(value))

// In brackets where it is to be seen in matomo-org/matomo at 5.x.
test.each<[says: string, definition: string, text: string]>([
  ['a value of the editor [SegmentGenerator.vue, computeSegmentDefinition]', 'city==New%2520York', 'city==New%20York'],
  ['an address of the editor', `pageUrl==${twice('https://shop.example/?a=1&b=2')}`, 'pageUrl==https://shop.example/?a=1&b=2'],
  ['separators in a value of the editor', `pageTitle=@${twice('a,b;c')},actions>3`, 'pageTitle=@a%2Cb%3Bc,actions>3'],
  ['a plus of the editor', `pageTitle==${twice('1+1')}`, 'pageTitle==1%2B1'],
  ['a percent sign of the editor', `pageTitle==${twice('50% off')}`, 'pageTitle==50%25%20off'],
  ['what looks encoded, of the editor', `pageTitle==${twice('%41')}`, 'pageTitle==%2541'],
  [
    'a whole segment [SegmentTest.php, test_getHash_returnsCorrectHash…]',
    'pageUrl%3D%3Dhttps%25253A%25252F%25252Fserenity.org%25252Fparticipate%25252F',
    'pageUrl==https://serenity.org/participate/',
  ],
  [
    'a whole segment of several conditions',
    encodeURIComponent(`city==${twice('New York')},city==Wien;actions>=3`),
    'city==New%20York,city==Wien;actions>=3',
  ],
  ['a whole segment with "is not"', encodeURIComponent('city!=Wien'), 'city!=Wien'],
  [
    'a whole segment, encoded again for an address',
    encodeURIComponent(encodeURIComponent('city==a;actions>1')),
    'city==a;actions>1',
  ],
  [
    'an operator that is encoded in its condition [SegmentExpression.php, parseOperand]',
    'city%3D%3DWien;actions>1',
    'city==Wien;actions>1',
  ],
  ['a value that was written by hand', 'pageTitle==Live%20chat', 'pageTitle==Live%20chat'],
  ['a value in plain letters', 'city==Köln', 'city==Köln'],
  ['one encoding too many, as there', 'pageTitle==%2541', 'pageTitle==A'],
  ['a percent sign that begins nothing, as there', 'pageTitle==100%;city==a', 'pageTitle==100%25;city==a'],
  ['bytes that are no text', 'city==K%F6ln', 'city==K%25F6ln'],
  ['blanks around it [Segment.php, __construct]', '  city==a \n', 'city==a'],
  ['a separator at the end [SegmentExpressionTest.php: A; and A,]', 'city==a;', 'city==a%3B'],
  ['separators one after the other [SegmentExpression.php, parseTree]', 'city==a,;city==b', 'city==a%2C;city==b'],
  ['a separator behind a backslash [SegmentExpressionTest.php: A\\,B]', 'city==a\\,b,city==c', 'city==a%2Cb,city==c'],
  ['nothing', '', ''],
  ['no value', 'city==,userId!=', 'city==,userId!='],
])('[VI81][H6] %s', (_says, definition, text) => {
  expect(readMatomoSegment(definition)).toEqual({ text, ...parseSegment(text) })
  expect(readMatomoSegment(definition)).toHaveProperty('segment')
})

test.each([
  ['revenueOrder>5', { text: 'revenueOrder>5', fault: { offset: 0, seen: 'revenueOrder', expected: 'dimension' } }],
  ['city%3D%3Da%3BrevenueOrder%3E5', { text: 'city==a;revenueOrder>5', fault: { offset: 8, seen: 'revenueOrder' } }],
  ['actions>many%2520times', { text: 'actions>many%20times', fault: { offset: 8, expected: 'number' } }],
  ['city', { text: 'city', fault: { offset: 4, expected: 'operator' } }],
])('[VI81][VI8] what cannot be read of %s has its place in the text that it became', (definition, expected) => {
  expect(readMatomoSegment(definition)).toMatchObject(expected)
})

test('[VI81][H6] whatever is typed in Matomo’s editor is the value here, also where the whole was encoded', () => {
  const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((value) => value.isWellFormed())
  const piece = fc.constantFrom('a', '%', '+', ' ', ';', ',', '=', '%41', '\\', 'ü', '東')
  const value = fc.oneof(
    typed,
    fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(value, fc.boolean(), (value, whole) => {
      const definition = `actions>1;city=@${twice(value)}`
      expect(readMatomoSegment(whole ? encodeURIComponent(definition) : definition)).toMatchObject({
        segment: [
          [{ dimension: 'actions', operator: '>', value: 1 }],
          [{ test: 'text', dimension: 'city', operator: '=@', value }],
        ],
      })
    }),
    { numRuns: 500 },
  )
})
