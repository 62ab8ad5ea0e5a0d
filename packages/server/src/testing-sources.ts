import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export const ROOT = join(import.meta.dirname, '../../..')

export type Import = { from: string; to: string; typeOnly: boolean }

export function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => pathOf(join(folder, file)))
}

/** Of a file in packages/client/src: client/…; the layout that the rules speak of. */
function pathOf(file: string): string {
  return relative(join(ROOT, 'packages'), file).replaceAll('\\', '/').replace('/src/', '/')
}

export function textOf(file: string): string {
  const [name = '', ...rest] = file.split('/')
  return readFileSync(join(ROOT, 'packages', name, 'src', ...rest), 'utf8')
}

export function importsOf(file: string): Import[] {
  const statements = textOf(file).matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)
  const calls = textOf(file).matchAll(/()\bimport\(\s*['"]([^'"]+)['"]/g)
  return [...statements, ...calls].map(([, type, to = '']) => ({
    from: file,
    to: to.startsWith('.') ? resolved(file, to) : to,
    typeOnly: Boolean(type),
  }))
}

function resolved(file: string, to: string): string {
  const [name = '', ...rest] = file.split('/')
  return pathOf(join(ROOT, 'packages', name, 'src', dirname(rest.join('/')), to))
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$|-contract\.ts$|\/matrix\.ts$/.test(file) || file.includes('/testing')
}
