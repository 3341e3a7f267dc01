import { main } from './runtime/main.mjs'

/* A whole backup is restored into an empty database, which is migrated afterwards and not before. */
await main(async () => {
  const { runCommandInFront } = await import('./runtime/command.mjs')
  const { migrate } = await import('./runtime/migrate.mjs')
  const { withSession } = await import('./runtime/session.mjs')
  const args = process.argv.slice(2)
  const isWhole = args.length === 1 && args[0] !== 'drill'

  return withSession({
    task: async (session) => {
      const command = (/** @type {string[]} */ given) =>
        runCommandInFront({ name: 'restore', args: given, env: session.env })
      const code = await command(args)
      if (!isWhole || code !== 0) {
        return code
      }
      await migrate(session)

      return command(['finish'])
    },
  })
})
