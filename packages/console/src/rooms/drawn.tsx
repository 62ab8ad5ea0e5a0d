import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import type { Load } from './room.ts'

const kept = new Map<unknown, unknown>()

/** Draws what a room declares, as soon as it has been loaded. */
export function Drawn<Props extends object>({
  of,
  with: props,
  meanwhile = null,
}: {
  of: Load<Props>
  with: Props
  meanwhile?: ReactNode
}) {
  const Component = lazily(of)
  return (
    <Suspense fallback={meanwhile}>
      <Component {...props} />
    </Suspense>
  )
}

// One for each declaration: another one would be another component, and lose what was typed in it.
function lazily<Props extends object>(load: Load<Props>): ComponentType<Props> {
  const known = kept.get(load) as ComponentType<Props> | undefined // put there below
  if (known) return known
  const made = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props> // lazy() takes any component
  kept.set(load, made)
  return made
}
