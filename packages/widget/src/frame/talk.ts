import './later-parts.ts'
import bubbles from './bubbles.css?inline'
import people from './people.css?inline'

export { Avatar, faceOf } from './avatar.tsx'
export { LinkedText } from './linked-text.tsx'

// What several parts draw of people and their words. Nobody needs it to write.
const sheet = new CSSStyleSheet()
sheet.replaceSync(people + bubbles)
document.adoptedStyleSheets.push(sheet)
