import {
  COMMENTS_CODE_POINTS_MAX,
  EMAIL_CODE_POINTS_MAX,
  NAME_CODE_POINTS_MAX,
  PHONE_CODE_POINTS_MAX,
} from '@portico/protocol/limits'
import { NOBODY } from '@portico/protocol/nobody'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { EditField } from './edit-field.tsx'
import styles from './edit-field.module.css'
import { Block } from './facts.tsx'
import { panelTexts } from './texts.ts'

const COMMENT_ROWS = 2

/** Who it is: what he said, and what was written down of him. It is his in all his conversations. */
export function PersonBlock({ view }: ViewProps) {
  const { context } = useTexts(panelTexts)
  const format = useFormat()
  const now = useNow()
  const { editedAt, editedBy } = view.person ?? NOBODY
  return (
    <Block>
      <div className={styles['title']}>
        <h3>{context.person}</h3>
        {editedAt !== null && (
          <span title={context.savedBy(editedBy?.name ?? '', format.dateTime(editedAt))}>
            {context.saved(format.brief(editedAt, now))}
          </span>
        )}
      </div>
      <div className={styles['fields']}>
        <EditField view={view} field="name" label={context.name} max={NAME_CODE_POINTS_MAX} />
        <EditField view={view} field="email" label={context.email} max={EMAIL_CODE_POINTS_MAX} />
        <EditField view={view} field="phone" label={context.phone} max={PHONE_CODE_POINTS_MAX} />
        <EditField view={view} field="comments" label={context.comments} max={COMMENTS_CODE_POINTS_MAX} rows={COMMENT_ROWS} />
      </div>
    </Block>
  )
}
