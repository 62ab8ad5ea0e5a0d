/**
 * What lies in the data folder. `lock` is held by the server that runs, `holder` says for people who that is; at `socket` it
 * listens to the command line. `blobs` are the files that people have sent, `incoming` those that are on their way.
 */
export const DATA_FILES = {
  database: 'portico.db',
  lock: 'portico.lock',
  holder: 'portico.pid',
  socket: 'portico.sock',
  blobs: 'blobs',
  incoming: 'incoming',
} as const
