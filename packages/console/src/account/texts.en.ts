import { pluralIn } from '../messages/plural.ts'

const plural = pluralIn('en')

/** One’s own account and this browser. */
export const texts = {
  settings: {
    you: 'You',
    name: 'Your name',
    nameHint: 'Visitors see it beside your answers.',
    role: 'Role',
    device: 'This device',
    deviceText: 'These are remembered in this browser only.',
    language: 'Language',
    languageAuto: 'As the browser says',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    shortcuts: 'Keys of one letter, such as A to accept',
    sessions: 'Sessions',
    sessionCount: (count: number, more: boolean) =>
      more ? `more than ${count} sessions` : `${count} ${plural(count, { one: 'session', other: 'sessions' })}`,
    sessionsText: 'Where you are signed in. Ending a session disconnects it at once.',
    thisSession: 'This one',
    startedAt: (when: string) => `since ${when}`,
    until: (when: string) => `until ${when}`,
    end: 'End',
    endOf: (device: string) => `End the session on ${device}`,
    sessionsFailed: 'The sessions could not be loaded',
  },
  account: {
    title: 'Account',
    text: 'Changing these asks for your current password.',
    email: 'E-mail',
    changeEmail: 'Change e-mail',
    newEmail: 'New e-mail',
    emailTaken: 'Another account has this address.',
    emailChanged: 'Your e-mail address is changed.',
    password: 'Password',
    changePassword: 'Change password',
    changePasswordText: 'All your other sessions end at once.',
    newPassword: 'New password',
    passwordChanged: 'Your password is changed. Your other sessions have ended.',
    save: 'Save',
    endOthers: 'End all others',
    endOthersAsk: 'End all other sessions?',
    endOthersText: 'Every other device is disconnected at once and must sign in again.',
    othersEnded: 'All other sessions have ended.',
    moreSessions: 'Show more sessions',
  },
}
