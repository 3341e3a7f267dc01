import { main } from './runtime/main.mjs'

await main(async () =>
  (await import('./bench/lighthouse.mjs')).lighthouse(
    process.argv[2] ?? 'http://aurora.localhost:3000',
  ),
)
