import styles from './hours.module.css'

const HOURS = [0, 4, 8, 12, 16, 20, 24]

/** Over the bars; each says its own times in words and figures. */
export const HourScale = () => (
  <li className={styles['scale']} aria-hidden="true">
    <span>
      {HOURS.map((hour) => (
        <span key={hour}>{hour}</span>
      ))}
    </span>
  </li>
)
