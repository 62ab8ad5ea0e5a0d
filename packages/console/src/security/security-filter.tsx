import { SECURITY_KINDS, type SecurityKind } from '@portico/protocol/security'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTexts } from '../messages/language-context.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { securityQuery, type Filter } from './security-query.ts'
import styles from './security.module.css'
import { securityTexts } from './texts.ts'

/** By what happened, and by who: also those who are not here any more. */
export function SecurityFilter({ filter, change }: { filter: Filter; change: (filter: Filter) => void }) {
  const { security } = useTexts(securityTexts)
  const people = useInfiniteQuery(securityQuery({ kind: '', person: '' })).data?.pages[0]?.people ?? []
  return (
    <div className={styles['filter']}>
      <ChoiceField
        label={security.kind}
        value={filter.kind}
        onChange={({ target }) => change({ ...filter, kind: target.value as SecurityKind | '' })} // of the options below
      >
        <option value="">{security.everything}</option>
        {SECURITY_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {security.kinds[kind]}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField
        label={security.person}
        value={filter.person}
        onChange={({ target }) => change({ ...filter, person: target.value })}
      >
        <option value="">{security.everybody}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </ChoiceField>
    </div>
  )
}
