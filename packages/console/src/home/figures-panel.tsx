import { memo, type ReactNode } from 'react'
import type { DayFigures, TodayAnswer } from '@portico/protocol/today'
import { duration } from '../messages/duration.ts'
import { useFormat, useLanguage, useTexts } from '../messages/language-context.tsx'
import styles from './home.module.css'
import { SparkLine } from './spark-line.tsx'
import { homeTexts } from './texts.ts'
import { weekdayOf } from './weekday-of.ts'

/** Today so far, beside the same weekday a week ago at the same time. */
export const FiguresPanel = memo(({ today, failed }: { today: TodayAnswer | undefined; failed: boolean }) => {
  const { home } = useTexts(homeTexts)
  const format = useFormat()
  const language = useLanguage()
  if (!today)
    return failed ? <p className={styles['whole']}>{home.failed}</p> : <div className={styles['figures']} aria-hidden="true" />
  const { today: now, lastWeek, zone } = today
  const weekday = weekdayOf(language, zone)
  const beside = (say: (before: DayFigures) => string) => lastWeek && say(lastWeek)
  const answerIn = ({ firstAnswerMs }: DayFigures) => (firstAnswerMs === null ? home.none : duration(firstAnswerMs))
  const ratio = now.conversations === 0 ? '' : format.percent(now.missed / now.conversations)
  return (
    <dl className={styles['figures']} aria-label={home.figures}>
      <Figure
        name={home.conversations}
        value={format.count(now.conversations)}
        beside={beside((before) => home.more(format.difference(now.conversations - before.conversations), weekday)) ?? home.first}
      >
        <SparkLine today={today} />
      </Figure>
      <Figure
        name={home.missed}
        value={format.count(now.missed)}
        beside={[ratio, beside((before) => home.before(format.count(before.missed), weekday))].filter(Boolean).join(', ')}
      />
      <Figure name={home.firstAnswer} value={answerIn(now)} beside={beside((before) => home.before(answerIn(before), weekday))} />
    </dl>
  )
})

type FigureProps = { name: string; value: string; beside: string | null; children?: ReactNode }

const Figure = ({ name, value, beside, children }: FigureProps) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <b>{value}</b>
      {beside && <small>{beside}</small>}
    </dd>
    {children}
  </div>
)
