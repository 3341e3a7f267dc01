import { main } from './runtime/main.mjs'

await main(async () => (await import('./bench/bench.mjs')).bench(process.argv.slice(2)))
