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
import { membersOf } from '../channels/members-of.ts'
import { useView } from '../live/use-view.ts'
import styles from './routing.module.css'
import { routingTexts, type RoutingTexts } from './texts.ts'

/** Some to try it with: any other is as good. */
const VISITORS_SPEAK = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']

const nameOf = (language: string) => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

/** Runs the real order, which replaces a manual on it. */
export function WhoWould({ channel }: { channel: ChannelId }) {
  const { routing } = useTexts(routingTexts)
  const words = routing.who
  const [language, setLanguage] = useState('')
  const [previous, setPrevious] = useState('')
  const { members } = membersOf(channel, useView<'settings'>('settings'))
  const asked = new URLSearchParams({ ...(language && { language }), ...(previous && { previous }) })
  const found = useQuery({
    queryKey: ['candidates', channel, language, previous],
    queryFn: () => request<CandidatesAnswer>(`/api/channels/${channel}/candidates?${asked}`),
  })
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <div className={styles['line']}>
        <ChoiceField label={words.language} value={language} onChange={({ target }) => setLanguage(target.value)}>
          <option value="">{words.any}</option>
          {VISITORS_SPEAK.map((each) => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField label={words.previous} value={previous} onChange={({ target }) => setPrevious(target.value)}>
          <option value="">{words.never}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {words.with(name)}
            </option>
          ))}
        </ChoiceField>
        <Button onClick={() => void found.refetch()}>{words.again}</Button>
      </div>
      {found.isPending && <Skeleton rows={3} />}
      {found.isError && <p role="alert">{words.failed}</p>}
      {found.data && <Order candidates={found.data.candidates} words={words} />}
      {found.data && <Figures figures={found.data.figures} words={words} />}
    </>
  )
}

function Order({ candidates, words }: Pick<CandidatesAnswer, 'candidates'> & { words: RoutingTexts['who'] }) {
  if (candidates.length === 0) return <p>{words.nobody}</p>
  return (
    <ol className={styles['order']}>
      {candidates.map(({ operator, name, place, reason, held, limit, restsSince }) => (
        <li key={operator}>
          <span className={styles['place']}>{place ?? '–'}</span>
          <Avatar id={operator} name={name} size="s" />
          <div>
            <b>
              <bdi>{name}</bdi>
            </b>
            <p>
              {words.reasons[reason]}
              {restsSince !== null && `, ${words.rests}`}
            </p>
          </div>
          <b>{limit === null ? words.held(held) : words.of(held, limit)}</b>
        </li>
      ))}
    </ol>
  )
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
