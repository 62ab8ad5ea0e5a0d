/** What calls somebody who does not look. */
export const texts = {
  alerts: {
    request: (name: string) => `New request from ${name}`,
    message: (name: string) => `New message in the conversation with ${name}`,
    sound: 'Sound for requests and messages',
    repeats: 'Repeat it until the request is taken',
    repeatsHint: 'Every 8 seconds while you are available and a request waits.',
    mails: 'Mail me when somebody waits and nobody is there',
    mailsHint: 'Once for a conversation, while you are signed in nowhere; in all your browsers alike.',
    mailsTitle: 'Mail',
    soundTitle: 'Sound',
    soundOn: 'Sound on',
    soundOff: 'Sound off',
    soundTry: 'Hear it',
    notifications: 'Notifications of this browser',
    notificationsOn: 'Allowed. You are told of each request once, while no tab of the console has the focus.',
    notificationsOff: 'Blocked. Allow them for this site in the settings of the browser.',
    notificationsAsk: 'Allow notifications',
    notificationsAskText: 'You are told of each request once, while no tab of the console has the focus.',
    notificationsMissing: 'This browser shows none here. They need https.',
  },
}
