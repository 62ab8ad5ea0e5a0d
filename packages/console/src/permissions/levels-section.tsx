import { useView } from '../live/use-view.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import type { SectionProps } from '../rooms/room.ts'
import { LevelMatrix } from './level-matrix.tsx'

/** Who has which level in this channel. It counts at once, and is no part of what is published. */
export function LevelsSection({ channel }: SectionProps) {
  const settings = useView<'settings'>('settings')
  return settings ? <LevelMatrix settings={settings} only={channel.id} /> : <Skeleton rows={5} />
}
