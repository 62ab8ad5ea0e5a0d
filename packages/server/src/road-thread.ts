// The thread that writes.
import { serveRoadHere } from './serve-road.ts'

serveRoadHere()
