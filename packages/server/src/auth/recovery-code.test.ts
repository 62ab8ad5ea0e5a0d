import { expect, test } from 'vitest'
import { hashRecoveryCode, mintRecoveryCodes } from './recovery-code.ts'

test('[AU38] ten recovery codes of 120 bits, each its own', () => {
  const codes = mintRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([a-km-np-z2-9]{4}-){5}[a-km-np-z2-9]{4}$/)
})

test('[AU38] a recovery code may be typed as one likes', () => {
  expect(hashRecoveryCode('ABCD efgh-jkmn pqrs')).toBe(hashRecoveryCode('abcd-efgh-jkmn-pqrs'))
  expect(hashRecoveryCode('abcd-efgh-jkmn-pqrt')).not.toBe(hashRecoveryCode('abcd-efgh-jkmn-pqrs'))
})
