import { main } from './runtime/main.mjs'

await main(async () => {
  const { check } = await import('./runtime/check.mjs')
  const { say } = await import('./runtime/output.mjs')
  const failed = await check(process.env)
  say(
    failed.length > 0 ? `\n${failed.length} failed: ${failed.join(', ')}` : '\nAll checks passed.',
  )

  return failed.length > 0 ? 1 : 0
})
