/** What both ends keep to: the server refuses what is over, the clients do not send it. */
export const FRAME_BYTES_MAX = 64 * 1024
/** Of a portrait as it is sent up; a photograph of a telephone fits. */
export const PORTRAIT_BYTES_MAX = 10 * 1024 * 1024
/** Of a file of holidays, and of one that is read at an address. */
export const CALENDAR_BYTES_MAX = 1024 * 1024
export const FILE_BYTES_MAX = 20 * 1024 * 1024
export const FILE_NAME_CODE_POINTS_MAX = 200
export const MESSAGE_CODE_POINTS_MAX = 8000
export const NAME_CODE_POINTS_MAX = 80
export const LABEL_NAME_CODE_POINTS_MAX = 40
/** Of the shortcut of a canned response, and of its text in one language. */
export const CANNED_SHORTCUT_MAX = 40
export const CANNED_CODE_POINTS_MAX = 4000
/** Of the words with which a colleague is asked to come. */
export const INVITING_CODE_POINTS_MAX = 500
export const PHONE_CODE_POINTS_MAX = 40
export const COMMENTS_CODE_POINTS_MAX = 2000
/** Of what somebody looks for by name. */
export const SEARCH_CODE_POINTS_MAX = 100
export const EMAIL_CODE_POINTS_MAX = 254
export const URL_CODE_POINTS_MAX = 2000
export const EXCERPT_CODE_POINTS_MAX = 140
export const DRAFT_CODE_POINTS_MAX = 1000
/** Conversations that an operator may be limited to. */
export const AT_ONCE_MAX = 100
export const CURSORS_MAX = 64
export const COMMANDS_PER_REQUEST_MAX = 50
export const TYPING_INTERVAL_MS = 3000
export const SNAPSHOT_LINES = 50
