// The thread that writes, in a server that is to die.
import { serveRoadHere } from '@portico/server/serve-road'
import { killingAround } from './kill-points.ts'

serveRoadHere(killingAround(process.env))
