import { Link } from '@tanstack/react-router'
import { Icon } from '../parts/icon.tsx'
import { Drawn } from '../rooms/drawn.tsx'
import type { Place } from '../rooms/room.ts'
import { useNaming, useRooms } from '../rooms/use-rooms.ts'

const NOTHING = {}

/** The places of one group of the rail, or of all groups in a row; nothing where none exists. */
export function PlaceLinks({ group, className }: { group?: Place['group']; className?: string | undefined }) {
  const naming = useNaming()
  const places = useRooms()
    .flatMap((room) => room.places ?? [])
    .filter((place) => group === undefined || place.group === group)
  if (places.length === 0) return null
  return (
    <ul className={className}>
      {places.map(({ to, name, icon, badge }) => (
        <li key={to}>
          <Link to={to} activeProps={{ 'aria-current': 'page' }}>
            <Icon of={icon} />
            {naming(name)}
            {badge && <Drawn of={badge} with={NOTHING} />}
          </Link>
        </li>
      ))}
    </ul>
  )
}
