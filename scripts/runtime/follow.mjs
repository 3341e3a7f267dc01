/*
 * Preloaded into the processes that a script starts: when that script is gone without a word, as after
 * kill -9, they end too instead of holding the port and the database for ever.
 */
if (process.send) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 10_000).unref()
  })
  process.channel?.unref()
}
