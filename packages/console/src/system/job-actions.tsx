import type { JobRow } from '@portico/protocol/system'
import { useQueryClient } from '@tanstack/react-query'
import { RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { tell } from '../parts/toast.tsx'
import { JOBS } from './jobs-query.ts'
import styles from './system.module.css'
import { systemTexts } from './texts.ts'

/** Tries a job again now, or drops it after asking. */
export function JobActions({ row }: { row: JobRow }) {
  const { system } = useTexts(systemTexts)
  const queries = useQueryClient()
  const command = useCommand()
  const [asking, setAsking] = useState(false)
  const mend = async (type: 'job.retry' | 'job.drop', told: string) => {
    if (await command({ type, job: row.id })) tell(told)
    await queries.invalidateQueries({ queryKey: JOBS })
  }
  return (
    <div className={styles['actions']}>
      <Button
        look="icon"
        aria-label={system.retryOf(row.what)}
        title={system.retry}
        onClick={() => void mend('job.retry', system.retried)}
      >
        <Icon of={RotateCw} />
      </Button>
      <Button look="icon" aria-label={system.dropOf(row.what)} title={system.drop} onClick={() => setAsking(true)}>
        <Icon of={Trash2} />
      </Button>
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={system.dropAsk(row.what)}
        text={system.dropText}
        action={system.drop}
        run={() => void mend('job.drop', system.dropped)}
        danger
      />
    </div>
  )
}
