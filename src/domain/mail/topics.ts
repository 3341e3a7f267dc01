import type { Template } from './templates'

/** What a member may do without. Everything else answers something that they did, and is always sent. */
export const MAIL_TOPICS = ['courseUpdates', 'discussions', 'reminders', 'signIns'] as const

export type MailTopic = (typeof MAIL_TOPICS)[number]

export const isMailTopic = (value: unknown): value is MailTopic =>
  MAIL_TOPICS.some((one) => one === value)

const TOPICS: Partial<Record<Template, MailTopic>> = {
  checkoutLastReminder: 'reminders',
  checkoutReminder: 'reminders',
  commentWritten: 'discussions',
  courseUpdate: 'courseUpdates',
  lessonsOpened: 'courseUpdates',
  newDevice: 'signIns',
  prerequisitesMet: 'courseUpdates',
}

/** What a mail is about, where its reader may do without it; null for the others. */
export const topicOf = (template: Template): MailTopic | null => TOPICS[template] ?? null
