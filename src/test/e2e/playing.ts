import type { Page } from 'playwright-core'

import { eventually } from './eventually'

/** Where the film of a page is, in seconds. */
export const place = (page: Page): Promise<number> =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)

/** Waits until it plays beyond `from`. */
export const plays = (page: Page, from = 0.2): Promise<boolean> =>
  eventually(async () => {
    const [before, isPaused] = [
      await place(page),
      await page.locator('video').evaluate((video: HTMLVideoElement) => video.paused),
    ]

    return !isPaused && before > from
  }, 60_000)

/** Starts it, without its sound, as browsers allow it unasked. */
export const play = async (page: Page): Promise<void> => {
  await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true
    await video.play()
  })
}
