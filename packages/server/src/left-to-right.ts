/** Each capability may read those before it, and none of those after it. */
export const LEFT_TO_RIGHT = [
  'auth',
  'workspace',
  'visitors',
  'channels',
  'presence',
  'conversations',
  'attachments',
  'routing',
  'chatbot',
  'campaigns',
  'tickets',
  'ratings',
  'experiments',
  'reports',
  'integrations',
  'privacy',
]
