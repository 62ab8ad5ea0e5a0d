// The limits of one node's wire, as docs/protocol.md states them. Each is tested in limits.flow.test.ts.
const KIB = 1024
const MIB = 1024 * KIB

export const HELLO_MS = 10_000
export const PING_MS = 25_000
export const PONG_MS = 10_000
export const POLL_MS = 25_000
/** A stream is ended so long after its beginning (±10 %), long after a client that lives has opened the next. */
export const STREAM_MS = 40_000
/** Of one answer to a poll; what a page is longer it may be over. */
export const POLL_BYTES = MIB
export const STREAM_PRELUDE_BYTES = 2 * KIB

/** Of live entries in the queue of one connection; over it the connection is closed and resumes by position. */
export const QUEUED_BYTES_MAX = MIB
export const QUEUED_ENTRIES_MAX = 256
/** Over this a connection is sent no fleeting messages. */
export const FLEETING_BYTES_MAX = 64 * KIB
export const NO_PROGRESS_MS = 15_000
/** What is closed has so long to take its last frames. */
export const CLOSING_MS = 2000
export const NODE_QUEUED_BYTES_MAX = 256 * MIB

export const SOCKETS_PER_PREFIX = 1000
/** Over these the one that has been hidden longest is closed. */
export const SOCKETS_PER_VISITOR = 5
export const SOCKETS_PER_OPERATOR = 10
/** Over these the oldest one without hello is closed. */
export const SOCKETS_WITHOUT_HELLO = 1000
export const SOCKETS_WITHOUT_HELLO_PER_PREFIX = 100
/** Each of them reads anew who comes and all that is his. */
export const BEGUN_BY_PERSON = { burst: 100, perMs: 10 / 1000 }
export const TOO_MANY_RETRY_MS = 10_000

/** What is said over one connection, whoever says it. */
export const OF_CONNECTION = { count: { burst: 1000, perSecond: 50 }, bytes: { burst: MIB, perSecond: 128 * KIB } }
/** What is said and asked from one address by those whom nobody knows: frames and requests alike. */
export const OF_ADDRESS = { count: { burst: 1500, perSecond: 150 }, bytes: { burst: 4 * MIB, perSecond: 512 * KIB } }
/** The same by one person who is known, over all his connections and requests, wherever he is. */
export const OF_VISITOR = { count: { burst: 600, perSecond: 60 }, bytes: { burst: 2 * MIB, perSecond: 128 * KIB } }
export const OF_OPERATOR = { count: { burst: 2000, perSecond: 200 }, bytes: { burst: 4 * MIB, perSecond: 512 * KIB } }
/** Tokens and cookies looked up for one address. */
export const LOOK_UPS = { burst: 300, perMs: 30 / 1000 }
/** Of frames that came with one reading and wait for their budget. */
export const UNREAD_FRAMES_MAX = 1000
/** A request over its budget is answered so much later at most; more than these at once from one address are not answered. */
export const HELD_MS_MAX = 1000
export const HELD_PER_PREFIX = 50
/** What is sent again by asking for it, views and entries alike. Over it the next part waits. */
export const VISITOR_RESENT = { burst: 4 * MIB, perMs: (256 * KIB) / 1000 }
export const OPERATOR_RESENT = { burst: 32 * MIB, perMs: (4 * MIB) / 1000 }
/** Each view and page costs at least so many bytes of that: the database has been asked. */
export const RESENT_LEAST_BYTES = 4 * KIB
export const CATCHING_UP_AT_ONCE = 4
/** Views and pages that are read for one person, over all his connections. */
export const READING_AT_ONCE = 4

/** Connections of one address, whatever becomes of them; not of a trusted proxy, which speaks for many. */
export const CONNECTS = { burst: 200, perMs: 50 / 1000 }
export const CONNECTS_HELD_PER_PREFIX = 500
export const CONNECTIONS_PER_PREFIX = 1500
/** Without a request under way; over it the one that has been so for longest is closed. */
export const IDLE_CONNECTIONS_PER_PREFIX = 200
export const HEADERS_MS = 10_000
/** Until the last byte of a body. */
export const REQUEST_MS = 15_000
/** Until the last byte of a file. */
export const UPLOAD_MS = 5 * 60_000
export const KEEP_ALIVE_MS = 65_000
/** How often late ones are looked for. */
export const LATE_CHECK_MS = 1000
export const BAD_FRAMES_MAX = 10
/** Frames that came before the welcome and wait for it. */
export const EARLY_MAX = 100
export const COMMANDS_WAITING_MAX = 256
export const WATCHED_MAX = 64

/** Of a visitor's commands of any kind: each leaves a row, whatever becomes of it. */
export const COMMANDS_BURST = 60
export const COMMANDS_PER_SECOND = 10
export const OPERATOR_COMMANDS_BURST = 300
export const OPERATOR_COMMANDS_PER_SECOND = 50
export const MESSAGES_BURST = 30
export const MESSAGES_PER_SECOND = 1
export const MESSAGES_PER_MINUTE = 100
export const OPENINGS_PER_HOUR = 10
export const FRESH_CONNECTS_PER_MINUTE = 60
/** As many more come in who have solved a challenge. */
export const PAID_OPENINGS_PER_HOUR = 100
export const PAID_CONNECTS_PER_MINUTE = 600
/** Some 33,000 digests on average: half a second for a computer, two or three for a telephone. */
export const CHALLENGE_BITS = 15
export const CHALLENGE_MS = 5 * 60_000
export const TYPING_MS = 2500
export const DRAFTS_PER_SECOND = 3

export const PAGE_ENTRIES = 100
/** Of the bodies on one page; what is around them has the last of the 64 KiB of a frame. */
export const PAGE_BYTES = 63 * KIB
/** Whoever is further behind than this is sent the state instead of the way there. */
export const BEHIND_MAX = 2000
export const POSITION_CHECK_MS = 5000
/** While other nodes cannot be heard. */
export const LONELY_CHECK_MS = 1000
/** Of what other nodes hint at, so long is gathered before it is read, at most so many topics at once. */
export const HINT_MS = 5
export const HINTED_AT_ONCE = 200
/** Read by one query of the position check: of those that have moved, and of those that are listened to here. */
export const HEADS_AT_ONCE = 500
/** Of the topics that are listened to here, looked at in turn by each position check, whether they have moved or not. */
export const HEADS_IN_TURN = 200
export const STIR_MS = 1000
export const DISK_FULL_SAID_MS = 5000
