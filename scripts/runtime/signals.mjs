/** Signals that come this close together, in milliseconds, are one: terminal, npm and parent each pass it on. */
const ONE_PRESS = 1000

/**
 * Calls `stop` once when the process is asked to end (Ctrl-C, SIGTERM, a closed terminal, or the end of
 * the process that handed over to it), and `force` when it is asked again later. Answers how to stop listening.
 * @param {{ force?: () => void, stop: (reason: string) => void }} given
 */
export const onStop = ({ force, stop }) => {
  let asked = 0
  const hear = (/** @type {string} */ reason) => {
    const now = Date.now()
    if (!asked) {
      asked = now
      stop(reason)
    } else if (now - asked > ONE_PRESS) {
      force?.()
    }
  }
  const gone = () => hear('disconnect')
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  signals.forEach((signal) => process.on(signal, hear))
  process.on('disconnect', gone)
  process.channel?.unref()

  return () => {
    signals.forEach((signal) => process.off(signal, hear))
    process.off('disconnect', gone)
  }
}
