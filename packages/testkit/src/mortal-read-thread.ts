// The thread that reads, in a server where it dies of being asked to.
import './dies-when-asked.ts'
import '@portico/server/platform/db/read-thread'
