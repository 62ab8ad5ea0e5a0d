import { useFormat, useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import styles from './people.module.css'
import type { Places } from './places-of.ts'
import { homeTexts } from './texts.ts'

/** More of them are a number that one reads. */
const SEATS_MAX = 8

/** What somebody has taken and what is free, as small seats; the words say the same. */
export function PlaceSeats({ held, places }: Places) {
  const { home } = useTexts(homeTexts)
  const format = useFormat()
  if (places === null) return null
  const count = Math.max(places, held)
  return (
    <span className={styles['seats']} title={home.placesOf(held, places)}>
      <span className="hidden">{home.placesOf(held, places)}</span>
      <span aria-hidden="true">
        {count > SEATS_MAX
          ? home.placesShort(format.count(held), format.count(places))
          : Array.from({ length: count }, (_, at) => (
              <i key={at} className={classes(at < held && styles['taken'], at >= places && styles['over'])} />
            ))}
      </span>
    </span>
  )
}
