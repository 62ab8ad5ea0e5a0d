// Of each topic a position, a tag and a view: "Positions" and "Events".
import { after } from './after.mjs'

const HOLE_MS = 2000
const EARLY_MAX = 64
const CURSORS_MAX = 64

/** `ask` says a frame, `changed` is told of each change of a view that has caught up; `told` of how it came about. */
export function openTopics({ ask, changed, told }) {
  const topics = new Map()
  let epoch = null

  const cursorOf = (topic, { position, tag } = {}) =>
    position === undefined ? { topic, position: null } : { topic, position, tag }

  function add(topic) {
    if (!topics.has(topic)) topics.set(topic, { position: undefined, tag: '', head: 0, parts: '', early: new Map() })
    lookForHole(topic)
  }

  function lookForHole(topic) {
    const kept = topics.get(topic)
    const lacks = () => kept.position === undefined || kept.early.size > 0 || kept.head > kept.position
    if (kept.isLookedFor || !lacks()) return
    const { position, parts } = kept
    kept.isLookedFor = true
    after(HOLE_MS, () => {
      kept.isLookedFor = false
      if (topics.get(topic) !== kept || !lacks()) return
      if (kept.position === position && kept.parts === parts) ask({ type: 'watch', ...cursorOf(topic, kept) })
      lookForHole(topic)
    })
  }

  function applyInOrder(topic, kept) {
    for (let next; (next = kept.early.get(kept.position + 1));) {
      kept.position += 1
      kept.tag = next.tag
      kept.view = applyTo(topic, kept.view, next.event)
      if (next.event.type === 'topic.joined') add(next.event.topic)
      if (next.event.type === 'topic.left') topics.delete(next.event.topic)
    }
    for (const position of kept.early.keys()) if (position <= kept.position) kept.early.delete(position)
    lookForHole(topic)
    if (kept.isShown) changed(topic, kept.view)
  }

  function takeEntries({ topic, position: first, tags, events }, kept) {
    const continues = kept.position !== undefined && first <= kept.position + 1
    events.forEach((event, i) => {
      const isNew = kept.position === undefined || first + i > kept.position
      if (isNew && (continues || kept.early.size < EARLY_MAX)) kept.early.set(first + i, { event, tag: tags[i] })
    })
    if (kept.position === undefined) return
    told(`${events.length} entries of ${topic} from ${first}`)
    applyInOrder(topic, kept)
  }

  function takeSnapshot({ topic, position, tag }, kept) {
    if (kept.position !== undefined) kept.early.clear()
    Object.assign(kept, { position, tag, view: JSON.parse(kept.parts), parts: '' })
    told(`snapshot of ${topic} at ${position}`)
    applyInOrder(topic, kept)
  }

  function welcomed(welcome) {
    if (epoch !== welcome.epoch) topics.clear()
    epoch = welcome.epoch
    for (const topic of topics.keys()) if (!welcome.topics.includes(topic)) topics.delete(topic)
    for (const kept of topics.values()) Object.assign(kept, { head: 0, parts: '', early: new Map() })
    welcome.topics.forEach(add)
  }

  return {
    welcomed,
    /** For hello. `promptly` asks for something that is answered at once. */
    cursors: (promptly) => ({
      epoch,
      watch: [...topics]
        .slice(0, CURSORS_MAX)
        .map(([topic, kept]) => cursorOf(topic, promptly && topic.startsWith('visitor:') ? undefined : kept)),
    }),
    take: (frame) => {
      const kept = topics.get(frame.topic)
      if (!kept) return
      if (frame.type === 'snapshot') kept.parts += frame.part
      if (frame.type === 'snapshot-end') takeSnapshot(frame, kept)
      if (frame.type === 'entries') takeEntries(frame, kept)
      if (frame.type === 'gone') topics.delete(frame.topic)
      if (frame.type !== 'caught-up') return
      Object.assign(kept, { head: frame.position, isShown: true })
      lookForHole(frame.topic)
      changed(frame.topic, kept.view)
    },
  }
}

/** One step of a visitor's views. What it does not know changes nothing. */
function applyTo(topic, view, event) {
  switch (event.type) {
    case 'visitor.conversation.changed': {
      const { conversation, channel, state } = event
      const others = view.conversations.filter((one) => one.channel !== channel)
      const conversations = [...others, { conversation, channel, state }].sort((a, b) => (a.channel < b.channel ? -1 : 1))
      return { ...view, conversations }
    }
    case 'chat.line.added':
      return view.lines.some(({ id }) => id === event.line.id) ? view : { ...view, lines: [...view.lines, event.line] }
    case 'part.set':
      return { ...view, [event.part]: event.value }
    case 'line.part.set': {
      const lines = view.lines.map((line) => (line.id === event.line ? { ...line, [event.part]: event.value } : line))
      return { ...view, lines }
    }
    default:
      return view
  }
}
