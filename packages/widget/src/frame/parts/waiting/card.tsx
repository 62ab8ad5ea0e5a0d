import { Icon } from '../../icon.tsx'

/** Under the header, where it does not scroll: how things stand. */
export const Card = ({ drawing, title, text }: { drawing: string; title: string; text: string }) => (
  <div class="card">
    <span class="place">
      <Icon drawing={drawing} />
    </span>
    <div>
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  </div>
)
