import { main } from './runtime/main.mjs'

/*
 * A build reads no database and keeps no secret: what it needs of both only has to be well formed.
 */
await main(async () => {
  const { build } = await import('./runtime/build.mjs')
  const { buildEnvironment } = await import('./runtime/environment.mjs')
  await build({ env: buildEnvironment(process.env), force: process.argv.includes('--force') })
})
