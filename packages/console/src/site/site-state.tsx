import { useView } from '../live/use-view.ts'

export function SiteState() {
  const name = useView<'settings'>('settings')?.siteName
  return name === undefined ? null : <bdi>{name}</bdi>
}
