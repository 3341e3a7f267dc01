import type { Locator, Page } from 'playwright-core'

/** Waits until React, or what stands in for it in a document, runs an element of a page: what the server sends can be seen before it can be used. */
export const alive = async (element: Locator): Promise<void> => {
  await element.waitFor({ state: 'attached' })
  await element.evaluate(async (here) => {
    const island = here.closest<HTMLElement>('page-island')
    // What an island puts itself in the place of is gone from the page.
    const isAlive = () =>
      !here.isConnected ||
      island?.dataset.alive !== undefined ||
      Object.keys(here).some((key) => key.startsWith('__reactProps$'))
    for (const until = Date.now() + 30_000; !isAlive() && Date.now() < until;) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
}

/** Presses a button once the page behind it is alive. */
export const press = async (button: Locator): Promise<void> => {
  await alive(button)
  await button.click()
}

/** Steps of the Tab key within which whatever is on a page can be reached. */
const MOST_STEPS = 60

/** Goes on by the Tab key until the focus is where it should be; fails where it is lost or goes in circles. */
export const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  await wanted.waitFor()
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not lead to ${String(wanted)}.`)
}
