import { main } from './runtime/main.mjs'

await main(async () => (await import('./runtime/test.mjs')).test(process.argv.slice(2)))
