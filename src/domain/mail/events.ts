import type { Template } from './templates'

/** Ways on which somebody is told of something. */
export const CHANNELS = ['inApp', 'email', 'push'] as const

export type Channel = (typeof CHANNELS)[number]

/** What somebody is told of, in the order in which they choose; each is one or several mails. */
export const EVENTS = [
  'courseUpdates',
  'discussions',
  'grades',
  'places',
  'purchases',
  'reminders',
  'signIns',
  'security',
  'teaching',
  'school',
] as const

export type Event = (typeof EVENTS)[number]

export const isEvent = (value: unknown): value is Event => EVENTS.some((one) => one === value)

/**
 * Whether somebody is told on a channel until they say otherwise: `on` and `off` are theirs to change, `always` is not, as the law
 * or the safety of an account asks.
 */
type Rule = 'always' | 'off' | 'on'

const CHOSEN = { email: 'on', inApp: 'on', push: 'on' } as const
const OWED = { email: 'always', inApp: 'on', push: 'on' } as const

/** Events × channels: the one place that says who is told of what, and how. */
const RULES: Readonly<Record<Event, Readonly<Record<Channel, Rule>>>> = {
  courseUpdates: CHOSEN,
  discussions: CHOSEN,
  grades: CHOSEN,
  places: CHOSEN,
  purchases: OWED,
  reminders: CHOSEN,
  school: OWED,
  security: OWED,
  signIns: CHOSEN,
  teaching: CHOSEN,
}

/** Events of those who teach or look after the school: nobody else is asked about them. */
const OF_STAFF: readonly Event[] = ['teaching', 'school']

/** The events that somebody chooses channels for. */
export const eventsFor = ({ isStaff }: { isStaff: boolean }): readonly Event[] =>
  EVENTS.filter((event) => isStaff || !OF_STAFF.includes(event))

/** Whether somebody may say otherwise. */
export const isChosen = ({ channel, event }: { channel: Channel; event: Event }): boolean =>
  RULES[event][channel] !== 'always'

/** Whether somebody who said nothing is told. */
export const isOnByDefault = ({ channel, event }: { channel: Channel; event: Event }): boolean =>
  RULES[event][channel] !== 'off'

/**
 * What each mail is about. The others are of one moment and one address: they let in whoever holds them, answer somebody who is not
 * signed in, or go to whom has no account; they go by mail, always, and nowhere else.
 */
const ABOUT: Partial<Record<Template, Event>> = {
  accessChanged: 'purchases',
  accessEnding: 'purchases',
  accountErasing: 'security',
  accountStatus: 'security',
  attemptGraded: 'grades',
  backupTroubled: 'school',
  bookingNews: 'teaching',
  booksDiffer: 'school',
  cardEnding: 'purchases',
  certificate: 'grades',
  checkoutLastReminder: 'reminders',
  checkoutReminder: 'reminders',
  commentWritten: 'discussions',
  courseAnswered: 'teaching',
  courseApproved: 'teaching',
  courseReturned: 'teaching',
  courseSubmitted: 'teaching',
  courseUpdate: 'courseUpdates',
  dataReady: 'security',
  disputeOpened: 'school',
  domainConnected: 'school',
  domainTroubled: 'school',
  emailChanging: 'security',
  enrolled: 'purchases',
  fileQuarantined: 'school',
  lessonsOpened: 'courseUpdates',
  markChanged: 'grades',
  newDevice: 'signIns',
  passwordChanged: 'security',
  paymentConfirm: 'purchases',
  paymentFailed: 'purchases',
  paymentLastCall: 'purchases',
  payoutFailed: 'purchases',
  payoutPaid: 'purchases',
  placeGiven: 'purchases',
  placeMoved: 'purchases',
  placeOffered: 'places',
  placeReceived: 'purchases',
  placeToPay: 'purchases',
  planEnded: 'purchases',
  planWinBack: 'reminders',
  prerequisitesMet: 'courseUpdates',
  receipt: 'purchases',
  refund: 'purchases',
  requestNews: 'places',
  reviewRequest: 'reminders',
  signInChanged: 'security',
  teamNews: 'teaching',
  unusualTraffic: 'school',
  waitlistNews: 'places',
  workReviewed: 'grades',
}

/** What a mail is about; null where it is none of the events. */
export const eventOf = (template: Template): Event | null => ABOUT[template] ?? null

/** What a mail is about, where its reader may do without it; null for the others. */
export const spareEventOf = (template: Template): Event | null => {
  const event = eventOf(template)

  return event && isChosen({ channel: 'email', event }) ? event : null
}
