import type { ViewOf } from '@portico/protocol/views'
import { useMyId } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'

type Chosen = NonNullable<ViewOf['operator']['monitored']>

const NONE: Chosen = []

/** What I have chosen to be called for. */
export const useMonitored = (): Chosen => useView<'operator'>(`operator:${useMyId()}`)?.monitored ?? NONE
