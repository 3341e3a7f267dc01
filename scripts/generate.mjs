import { main } from './runtime/main.mjs'

await main(async () => {
  const { runCommandInFront } = await import('./runtime/command.mjs')
  const { withSession } = await import('./runtime/session.mjs')

  return withSession({
    mode: 'development',
    task: ({ env }) => runCommandInFront({ name: 'generate', args: process.argv.slice(2), env }),
  })
})
