import type { Host, Script } from '../embedding.ts'
import { openHost } from './host.ts'

const script = document.currentScript as Script<Host> // a classic script has one while it runs
script.open = openHost
