import { setParts, setRowParts } from '../platform/set-parts.ts'
import type { Thanks } from './index.ts'

export const broadcasts: Thanks['broadcasts'] = {
  'thanks.given': ({ conversation, channel, at }) => [
    ...setParts(`conversation:${conversation}`, { thankedAt: at }),
    ...setParts(`chat:${conversation}`, { thankedAt: at }),
    ...setRowParts({ topic: `channel:${channel}`, conversation, parts: { thankedAt: at } }),
    [`channel:${channel}`, { type: 'thanks.counted' }],
  ],
  'thanks.forgotten': ({ channel }) => [[`channel:${channel}`, { type: 'thanks.forgotten' }]],
}
