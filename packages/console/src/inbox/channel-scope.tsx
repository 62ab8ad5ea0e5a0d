import { useMe } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { usePreferences, useSetPreferences } from '../preferences/use-preferences.ts'
import { inboxTexts } from './texts.ts'

/** Whether the lists show what is in My channels, or in all that one sees; drawn only where that differs. */
export function ChannelScope() {
  const { inbox: words } = useTexts(inboxTexts)
  const { channels, hidden } = useInbox()
  const { channels: scope } = usePreferences()
  const set = useSetPreferences()
  const joined = useMe()?.channels ?? []
  if (channels.every(({ id }) => joined.includes(id))) return null
  return (
    <Choice
      label={words.scope}
      options={[
        { value: 'mine', label: words.scopes.mine },
        { value: 'all', label: words.scopes.all(hidden) },
      ]}
      value={scope}
      choose={(channels) => set({ channels })}
    />
  )
}
