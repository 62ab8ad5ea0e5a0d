import type { Part, Script } from '../../../embedding.ts'
import { openPage } from './page.ts'

const script = document.currentScript as Script<Part> // a classic script has one while it runs
script.open = openPage
