import { Icon } from '../../icon.tsx'

type Props = ({ drawing: string; figure?: undefined } | { figure: number; drawing?: undefined }) & { title: string; text: string }

/** Under the header, where it does not scroll: how things stand. Changes are spoken when nothing else is. */
export const Card = ({ drawing, figure, title, text }: Props) => (
  <div class="card" aria-live={figure === undefined ? undefined : 'polite'} aria-atomic="true">
    <span class="place" aria-hidden="true">
      {drawing === undefined ? figure : <Icon drawing={drawing} />}
    </span>
    <div>
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  </div>
)
