import { expect, test } from 'vitest'
import { atEnd, goOnFrom, type Put } from './go-on-from.ts'

const at = (text: string): Put => ({ text: text.replace('|', ''), caret: text.indexOf('|') })

test.each([
  ['', '|', 'Is the bo|', 'Is the bo|', 'the first words come'],
  ['Is the', 'Is the|', 'Is the bowl|', 'Is the bowl|', 'more words come'],
  ['Is the bowl', 'Is the bowl|', 'Is the|', 'Is the|', 'some were taken back'],
  ['Is the bow', 'Is the b|', 'Is the bl|', 'Is the blow|', 'a letter comes late, two were typed here before it'],
  ['Is big', 'Is| big', 'Is it| big', 'Is it| big', 'the caret stands within'],
  ['Is soon big', 'Is| big', 'Is it| big', 'Is it soon| big', 'the caret stands within, and here too something was typed'],
  ['It', 'Is|', 'Isa|', 'Ita|', 'what was there was changed here: it stays, and nothing is lost'],
  ['', 'Is|', 'Os|', '|', 'what was there was removed here, and changed there'],
])('[WG81] "%s", put as "%s", goes on from "%s" as "%s": %s', (now, put, wanted, expected) => {
  expect(goOnFrom({ now, put: at(put), wanted: at(wanted) })).toEqual(at(expected))
})

test('[WG81] the caret of what stood there is at its end', () => {
  expect(atEnd('Is')).toEqual(at('Is|'))
})
