import type { HostScript } from '../embedding.ts'
import { openHost } from './host.ts'

const script = document.currentScript as HostScript // a classic script has one while it runs
script.openHost = openHost
