import { main } from './runtime/main.mjs'

await main(async () => (await import('./domain/scaffold.mjs')).scaffold(process.argv.slice(2)))
