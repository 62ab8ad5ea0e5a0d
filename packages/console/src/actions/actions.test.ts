import { expect, test } from 'vitest'
import { openActions } from './actions.ts'

test('[CO25] an action means what the newest part of the screen says, and nothing once that is gone', () => {
  const actions = openActions()
  const ran: string[] = []
  const undoList = actions.provide('accept', () => ran.push('list'))
  const undoDialog = actions.provide('accept', () => ran.push('dialog'))
  expect(actions.run('accept')).toBe(true)
  undoDialog()
  actions.run('accept')
  expect(ran).toEqual(['dialog', 'list'])
  undoList()
  expect(actions.run('accept')).toBe(false)
  expect(actions.available()).toEqual([])
})
