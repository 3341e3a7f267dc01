import { main } from './runtime/main.mjs'

await main(async () => {
  const { runCommandInFront } = await import('./runtime/command.mjs')
  const { migrate } = await import('./runtime/migrate.mjs')
  const { withSession } = await import('./runtime/session.mjs')

  return withSession({
    task: async (session) => {
      await migrate(session)

      return runCommandInFront({ name: 'reseal', env: session.env })
    },
  })
})
