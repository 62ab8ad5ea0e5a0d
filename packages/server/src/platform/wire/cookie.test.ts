import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { readCookie, writeCookie } from './cookie.ts'

const read = (cookie: string | undefined, { secure = true, name = 'portico' } = {}) =>
  readCookie({ headers: { cookie } } as IncomingMessage, { name, secure }) // all that is read of it

test.for([
  ['__Host-portico=own', 'own', 'what this host has set'],
  ['a=1;  __Host-portico=own\t; b=2', 'own', 'it stands among others'],
  ['portico=planted', undefined, 'a sibling host sets the plain name'],
  ['portico=planted; __Host-portico=own', 'own', 'and cannot hide ours'],
  ['__Host-portico=own; portico=planted', 'own', 'wherever it stands'],
  ['__host-portico=planted', undefined, 'a name in small letters has no prefix to a browser'],
  ['\u00a0__Host-portico=planted', undefined, 'nor has a name behind white space that is none of cookies'],
  ['\u00a0__Host-portico=planted; __Host-portico=own', 'own', 'and it does not count as a second one'],
  ['\f__Host-portico=planted', undefined, 'nor one behind a form feed'],
  ['__Host-portico =planted', undefined, 'nor one with a blank behind it'],
  ['=__Host-portico=planted', undefined, 'a cookie without a name is none of ours'],
  ['__Host-portico=one; __Host-portico=two', undefined, 'of two nobody knows which is planted'],
  ['__Host-portico=own; __Host-portico=own', 'own', 'said twice it is still the same'],
  ['__Host-portico=own value', undefined, 'a value that no token has'],
  ['__Host-portico-device=own', undefined, 'another of our names is another'],
  ['', undefined, 'nothing'],
  [undefined, undefined, 'no cookies at all'],
] as const)('[WR93] over https, %s: %s (%s)', ([cookie, value]) => {
  expect(read(cookie)).toBe(value)
})

test.for([
  ['portico=own', 'own'],
  ['__Host-portico=planted', undefined],
  ['portico=own; portico=planted', undefined],
  ['portico=own; __Host-portico=planted', 'own'],
] as const)('[WR93] over http the plain name alone: %s is %s', ([cookie, value]) => {
  expect(read(cookie, { secure: false })).toBe(value)
})

test('[WR93] each secret has a name of its own, and is read under the name it was written with', () => {
  for (const secure of [true, false]) {
    const [written = ''] = writeCookie({ name: 'portico-device', secure, value: 'kept', maxAgeMs: 1000 }).split(';')
    expect(read(written, { secure, name: 'portico-device' })).toBe('kept')
    expect(read(written, { secure })).toBeUndefined()
    expect(read(written, { secure: !secure, name: 'portico-device' })).toBeUndefined()
  }
})

test('[WR93] ten thousand cookies are read in one go', () => {
  expect(read(`${'='.repeat(10_000)};${' '.repeat(10_000)};${'a=b;'.repeat(10_000)}__Host-portico=own`)).toBe('own')
})
