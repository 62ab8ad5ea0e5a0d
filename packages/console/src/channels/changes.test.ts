import { expect, test } from 'vitest'
import { correctedAppearance, corrections, countChanges, DEFAULT_APPEARANCE } from './changes.ts'
import { allOf } from './publishing.ts'
import { channel } from '../conversations/testing-rows.ts'

const options = allOf(channel().options)

test('[CO28] each changed option and each changed colour is counted', () => {
  expect(countChanges(options, options)).toBe(0)
  const appearance = { ...options.appearance, header: '#12406b', button: '#12406b' }
  expect(countChanges(options, { ...options, appearance, welcome: 'Hello' })).toBe(3)
  expect(countChanges(options, { ...options, sites: [...options.sites] })).toBe(0)
  expect(countChanges(options, { ...options, sites: ['example.org'] })).toBe(1)
})

test('[CO27][A11] the ground gives way to its text, and only where it must', () => {
  const wished = { ...DEFAULT_APPEARANCE, button: '#d9734a' }
  expect(corrections(wished)).toMatchObject([{ ground: 'button', wished: '#d9734a' }])
  const given = correctedAppearance(wished)
  expect(given.header).toBe(wished.header)
  expect(corrections(given)).toEqual([])
})

test('[CO27] a colour half typed is not corrected', () => {
  expect(corrections({ ...DEFAULT_APPEARANCE, header: '#d97' })).toEqual([])
})
