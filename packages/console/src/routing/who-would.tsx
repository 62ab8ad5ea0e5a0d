import type { ChannelId } from '@portico/protocol/ids'
import type { CandidatesAnswer } from '@portico/protocol/routing'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { request } from '../requests/request.ts'
import type { SectionProps } from '../rooms/room.ts'
import { membersOf } from '../channels/members-of.ts'
import { useCountries } from '../labels/country-name.ts'
import { useLabels } from '../labels/use-labels.ts'
import { useNow } from '../live/use-now.ts'
import { useView } from '../live/use-view.ts'
import styles from './routing.module.css'
import { routingTexts, type RoutingTexts } from './texts.ts'

/** Some to try it with: any other is as good. */
const VISITORS_SPEAK = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']

const MINUTE_MS = 60_000

const nameOf = (language: string) => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

/** Runs the real order, which replaces a manual on it. */
export function WhoWould({ channel: { id: channel } }: SectionProps) {
  const { routing } = useTexts(routingTexts)
  const words = routing.who
  const [visitor, setVisitor] = useState<Visitor>({ language: '', country: '', expertise: '', previous: '' })
  const asked = new URLSearchParams(Object.entries(visitor).filter(([, said]) => said !== '')).toString()
  const found = useQuery({
    queryKey: ['candidates', channel, asked],
    queryFn: () => request<CandidatesAnswer>(`/api/channels/${channel}/candidates?${asked}`),
  })
  return (
    <section className={styles['who']} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <div className={styles['visitor']}>
        <VisitorFields channel={channel} visitor={visitor} change={(said) => setVisitor({ ...visitor, ...said })} />
        <Button onClick={() => void found.refetch()}>{words.again}</Button>
      </div>
      {found.isPending && <Skeleton rows={3} />}
      {found.isError && <p role="alert">{words.failed}</p>}
      {found.data && <Order candidates={found.data.candidates} words={words} />}
      {found.data && <Figures figures={found.data.figures} words={words} />}
    </section>
  )
}

type Visitor = Record<'language' | 'country' | 'expertise' | 'previous', string>
type Fields = { channel: ChannelId; visitor: Visitor; change: (said: Partial<Visitor>) => void }

function VisitorFields({ channel, visitor, change }: Fields) {
  const words = useTexts(routingTexts).routing.who
  const { members } = membersOf(channel, useView<'settings'>('settings'))
  const expertise = useLabels('expertise')
  return (
    <>
      <ChoiceField label={words.language} value={visitor.language} onChange={({ target }) => change({ language: target.value })}>
        <option value="">{words.any}</option>
        {VISITORS_SPEAK.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField label={words.country} value={visitor.country} onChange={({ target }) => change({ country: target.value })}>
        <option value="">{words.any}</option>
        {useCountries().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </ChoiceField>
      {expertise.length > 0 && (
        <ChoiceField label={words.needs} value={visitor.expertise} onChange={({ target }) => change({ expertise: target.value })}>
          <option value="">{words.nothing}</option>
          {expertise.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ChoiceField>
      )}
      <ChoiceField label={words.previous} value={visitor.previous} onChange={({ target }) => change({ previous: target.value })}>
        <option value="">{words.never}</option>
        {members.map(({ id, name }) => (
          <option key={id} value={id}>
            {words.with(name)}
          </option>
        ))}
      </ChoiceField>
    </>
  )
}

function Order({ candidates, words }: Pick<CandidatesAnswer, 'candidates'> & { words: RoutingTexts['who'] }) {
  if (candidates.length === 0) return <p>{words.nobody}</p>
  return (
    <ol className={styles['order']}>
      {candidates.map(({ operator, name, place, reason, held, limit, restsSince, awaySince }) => (
        <li key={operator}>
          <span className={styles['place']}>{place ?? '–'}</span>
          <Avatar id={operator} name={name} size="s" />
          <div>
            <b>
              <bdi>{name}</bdi>
            </b>
            <p>
              {awaySince === null ? words.reasons[reason] : <AwayFor since={awaySince} />}
              {restsSince !== null && `, ${words.rests}`}
            </p>
          </div>
          <b>{limit === null ? words.held(held) : words.of(held, limit)}</b>
        </li>
      ))}
    </ol>
  )
}

function AwayFor({ since }: { since: number }) {
  return useTexts(routingTexts).routing.who.awayFor(Math.max(1, Math.floor((useNow() - since) / MINUTE_MS)))
}

function Figures({ figures, words }: Pick<CandidatesAnswer, 'figures'> & { words: RoutingTexts['who'] }) {
  const format = useFormat()
  return (
    <>
      <h2>{words.days}</h2>
      <dl className={styles['facts']}>
        {(['takenAtFirst', 'takenLater', 'notTaken', 'abandoned'] as const).map((figure) => (
          <div key={figure} style={{ display: 'contents' }}>
            <dt>{words[figure]}</dt>
            <dd>{format.count(figures[figure])}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
