import { Compass } from 'lucide-react'
import { useMessages } from '../messages/language-context.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { useTitle } from '../parts/use-title.ts'

export function NotFound() {
  const { notFound } = useMessages().shell
  useTitle(notFound.title)
  return (
    <main style={{ display: 'grid', alignContent: 'center', minHeight: '100%' }}>
      <Empty icon={Compass} title={notFound.title} text={notFound.text} whole>
        <ButtonLink to="/inbox">{notFound.action}</ButtonLink>
      </Empty>
    </main>
  )
}
