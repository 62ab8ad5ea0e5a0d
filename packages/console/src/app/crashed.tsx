import { CloudOff, TriangleAlert } from 'lucide-react'
import { useMessages } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { failureText, RequestFailure } from '../requests/request-failure.ts'
import { useTitle } from '../parts/use-title.ts'

/** A screen could not be drawn, or the server did not answer its first question. */
export function Crashed({ error }: { error: unknown }) {
  const messages = useMessages()
  const { crashed } = messages.shell
  const failed = error instanceof RequestFailure
  const title = failed && error.failed.state === 'unreachable' ? crashed.unreachable : crashed.title
  useTitle(title)
  return (
    <main style={{ display: 'grid', alignContent: 'center', minHeight: '100%' }}>
      <Empty
        icon={failed ? CloudOff : TriangleAlert}
        title={title}
        text={failed ? failureText(messages, error) : crashed.text}
        failure
        whole
      >
        <Button onClick={() => location.reload()}>{crashed.action}</Button>
      </Empty>
    </main>
  )
}
