import { existsSync } from 'node:fs'

import { chromium } from 'playwright-core'

import { figuresOf } from './figures.mjs'

/** @typedef {import('./figures.mjs').Row} Row */

/** What a browser is given: five megabits a second, and 40 ms to and fro. */
const LINE = {
  downloadThroughput: 5_000_000 / 8,
  latency: 40,
  offline: false,
  uploadThroughput: 1_000_000 / 8,
}

/** In the page: how many ms after it was asked for the first frame of its video was shown. */
const FIRST_FRAME = `new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('no frame was seen')), 30_000)
  const look = () => {
    const video = document.querySelector('video')
    if (!video) { setTimeout(look, 5); return }
    video.muted = true
    video.requestVideoFrameCallback(() => resolve(performance.now()))
    const play = () => video.play().catch(() => setTimeout(play, 20))
    play()
  }
  look()
})`

/** How often the page is opened. */
const TIMES = 5

/**
 * How long after a lesson was asked for the first frame of its film is seen in Chromium on a slow line, with nothing kept from before.
 * @param {import('./segments.mjs').Place & { learners: import('./learners.mjs').Learner[], lesson: string, slug: string }} given
 * @returns {Promise<Row[]>} none where there is no Chromium
 */
export const measureFirstFrame = async ({ slug, host, learners, lesson }) => {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) {
    return []
  }
  const args = ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required']
  const browser = await chromium.launch({ args, executablePath })
  /** @type {number[]} */
  const times = []
  /** @type {import('playwright-core').Cookie[]} the machine's own name among the reader's devices: a second one would have to wait */
  let device = []
  for (let time = 0; time < TIMES; time += 1) {
    const context = await browser.newContext()
    const pairs = (learners[time % learners.length]?.headers.cookie ?? '').split('; ')
    await context.addCookies(
      pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=')

        return { name, url: `http://${host}`, value: value.join('=') }
      }),
    )
    await context.addCookies(device)
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', LINE)
    await page.goto(`http://${host}/learn/${slug}/${lesson}`, { waitUntil: 'commit' })
    times.push(Number(await page.evaluate(FIRST_FRAME)))
    device = (await context.cookies()).filter(({ name }) => name === 'device')
    await context.close()
  }
  await browser.close()
  const figures = figuresOf([{ bytes: 0, seconds: 0, times }])

  return [
    {
      aim: 'p50 < 2000 ms',
      figures,
      met: figures.p50 < 2000,
      queries: 0,
      title: 'first frame of a film, at 5 Mbit/s',
    },
  ]
}
