import type { MailWords } from './words'

/** A name that could be read as an address or a message of its own. */
const SUSPICIOUS = /[/:@<>]|\.\p{L}|[\r\n]/u
const LONGEST = 60

/**
 * A person's name as a mail may say it. Whoever registers chooses both the name and the address the
 * mail goes to, so a name that carries a link or a text is left out, and the answer is empty: no
 * school's mail delivers a stranger's message.
 */
export const fitName = (name: string): string => {
  const trimmed = name.trim()

  return trimmed.length <= LONGEST && !SUSPICIOUS.test(trimmed) ? trimmed : ''
}

/** The salutation. */
export const greetingFor = (name: string, t: MailWords): string => {
  const fit = fitName(name)

  return fit ? t('greeting', { name: fit }) : t('greetingPlain')
}
