/** One message, ready to go: both bodies say the same. Addresses may carry a name: `Aurora <a@b.c>`. */
export type Message = {
  from: string
  headers?: Record<string, string>
  html: string
  /** Without angle brackets. The same id marks a repeated delivery of the same message. */
  messageId: string
  subject: string
  text: string
  to: string
}

/** Hands messages to the mail system. Resolves once it has taken the message, throws when it has not. */
export type Mailer = {
  close: () => void
  /** Whether mail stays here, to be read on the outbox page. */
  isLocal: boolean
  /** Who takes the mail; what its rate is counted by. */
  provider: string
  send: (message: Message) => Promise<void>
}
