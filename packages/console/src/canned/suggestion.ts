import type { ReactNode } from 'react'

/** What is offered while one types: `take` puts it in the place of what was typed, or does it. */
export type Suggestion = { id: string; name: string; about: ReactNode; take: () => void }

/** A key that was pressed in the field; answers whether the list has taken it. */
export type Offered = (key: string) => boolean
