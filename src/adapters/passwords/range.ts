import { createHash } from 'node:crypto'

const PATIENCE = 2000

/** About a thousand lines of forty characters, padded. */
const MOST_BYTES = 256 * 1024

/**
 * Whether a password is in a list that speaks as Have I Been Pwned's range API, version 3: `GET <url>/<first five digits
 * of the SHA-1>` answers a line `<the other 35>:<how often>` for each that it knows, and padding with a count of 0. The
 * password and its hash stay here.
 */
export const isInRange = async ({
  password,
  url,
}: {
  password: string
  url: string
}): Promise<boolean> => {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase()
  const answer = await fetch(`${url.replace(/\/$/, '')}/${hash.slice(0, 5)}`, {
    headers: { 'Add-Padding': 'true', 'User-Agent': 'lectern' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!answer.ok) {
    throw new Error(`The list of breached passwords answered ${answer.status}.`)
  }
  const text = await answer.text()
  if (text.length > MOST_BYTES) {
    throw new Error('The list of breached passwords answered too much.')
  }

  return text
    .split(/\r?\n/)
    .map((line) => line.split(':'))
    .some(([rest, count]) => rest === hash.slice(5) && Number(count) > 0)
}
