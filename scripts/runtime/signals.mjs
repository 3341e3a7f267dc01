/** Signals that come this close together, in milliseconds, are one: terminal, npm and parent each pass it on. */
const ONE_PRESS = 1000

/** How often, in milliseconds, we look whether npm's shell is still there. */
const LOOK = 500

/** The process that started this one, while it still runs us. */
const parent = process.ppid

/**
 * Calls `gone` when the shell in which npm runs a script has ended: npm passes a signal on to that shell
 * alone, which dies of it without a word to us. Answers how to stop looking.
 * @param {() => void} gone
 */
export const onShellEnd = (gone) => {
  if (!process.env.npm_lifecycle_event) {
    return () => {}
  }
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer)
      gone()
    }
  }, LOOK)
  timer.unref()

  return () => clearInterval(timer)
}

/**
 * Calls `stop` once when the process is asked to end (Ctrl-C, SIGTERM, a closed terminal, or the end of
 * the process that started it), and `force` when it is asked again later. Answers how to stop listening.
 * @param {{ force?: () => void, stop: () => void }} given
 */
export const onStop = ({ force, stop }) => {
  let asked = 0
  const hear = () => {
    const now = Date.now()
    if (!asked) {
      asked = now
      stop()
    } else if (now - asked > ONE_PRESS) {
      force?.()
    }
  }
  const leave = onShellEnd(() => asked || hear())
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'])
  signals.forEach((signal) => process.on(signal, hear))
  process.channel?.unref()

  return () => {
    leave()
    signals.forEach((signal) => process.off(signal, hear))
  }
}
