import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseSync } from 'vite'

const SOURCES = join(import.meta.dirname, '..')
/** Attributes that people read or hear. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'placeholder',
  'text',
  'title',
  'hint',
])
/** Keys of a keyboard are called the same in every language. */
const NAMES = new Set(['A', 'K', '⌘ K', 'Ctrl K'])

type Node = { type: string } & Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit)
  if (!isNode(value)) return
  visit(value)
  for (const inner of Object.values(value)) walk(inner, visit)
}

const says = (text: unknown): text is string => typeof text === 'string' && /\p{L}/u.test(text) && !NAMES.has(text.trim())

/** Words that stand in a component instead of in the catalogue. */
export function literalText(source: string): string[] {
  const found: string[] = []
  walk(parseSync('component.tsx', source, { lang: 'tsx' }).program, (node) => {
    if (node.type === 'JSXText' && says(node['value'])) found.push(node['value'].trim())
    if (node.type === 'JSXExpressionContainer') {
      const { expression } = node as { expression?: Node } & Node
      if (expression?.type === 'Literal' && says(expression['value'])) found.push(expression['value'])
    }
    if (node.type === 'JSXAttribute') {
      const { name, value } = node as { name?: { name?: string }; value?: Node } & Node
      if (SPOKEN.has(name?.name ?? '') && value?.type === 'Literal' && says(value['value'])) found.push(value['value'])
    }
  })
  return found
}

const components = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'))

test('[CO4] the scan finds words in text, in braces and in attributes', () => {
  expect(literalText('const a = <p title="Read me">Hello {name}{" there"}</p>')).toEqual(['Read me', 'Hello', ' there'])
  expect(literalText('const a = <p className="cut">{words.hello} · <KeyCap name="A" /></p>')).toEqual([])
})

test.each(components)('[CO4][H3] no words stand in %s', (path) => {
  expect(literalText(readFileSync(join(SOURCES, path), 'utf8'))).toEqual([])
})
