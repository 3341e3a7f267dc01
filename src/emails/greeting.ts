import type { MailWords } from './words'

/** A name that could be read as an address or a message of its own. */
const SUSPICIOUS = /[/:@<>]|\.\p{L}|[\r\n]/u
const LONGEST = 60

/**
 * The salutation. Whoever registers chooses both the name and the address the mail goes to, so a
 * name that carries a link or a text is left out: no school's mail delivers a stranger's message.
 */
export const greetingFor = (name: string, t: MailWords): string => {
  const trimmed = name.trim()
  const isFit = trimmed.length > 0 && trimmed.length <= LONGEST && !SUSPICIOUS.test(trimmed)

  return isFit ? t('greeting', { name: trimmed }) : t('greetingPlain')
}
