import type { Locator } from 'playwright-core'

/** Presses a button once the page behind it is alive: what the server sends can be seen before it can be used. */
export const press = async (button: Locator): Promise<void> => {
  await button.waitFor()
  await button.evaluate(async (element) => {
    const isAlive = () => Object.keys(element).some((key) => key.startsWith('__reactProps$'))
    for (const until = Date.now() + 10_000; !isAlive() && Date.now() < until;) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
  await button.click()
}
