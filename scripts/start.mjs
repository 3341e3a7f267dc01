import { main } from './runtime/main.mjs'

await main(async () => (await import('./runtime/start.mjs')).start('production'))
