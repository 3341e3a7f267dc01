import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { Halt } from '../runtime/halt.mjs'
import { bold, say, step } from '../runtime/output.mjs'
import { inData } from '../runtime/paths.mjs'
import { run } from '../runtime/run.mjs'
import { ask } from './ask.mjs'

/** Fetched by npm when asked for: too large to be everybody's. */
const LIGHTHOUSE = 'lighthouse@13.5.0'

/** Least scores: performance 95, and 100 of all else. */
const AIMS = { accessibility: 100, 'best-practices': 100, performance: 95, seo: 100 }

/** How often each page is looked at; the middle performance counts, since machines have other things to do. */
const TIMES = 3

/**
 * The first link of a page that matches.
 * @param {URL} origin
 * @param {string} page
 * @param {RegExp} link
 */
const linkOn = async (origin, page, link) => {
  const { body } = await ask({
    headers: { host: origin.host },
    path: page,
    port: Number(origin.port || 80),
  })
  const [, found] = link.exec(body) ?? []
  if (!found) {
    throw new Halt(`${page} leads nowhere: is the demo served at ${origin.origin}?`)
  }

  return found.replaceAll('&amp;', '&')
}

/** @param {URL} origin */
const pagesOf = async (origin) => {
  const course = await linkOn(origin, '/courses', /href="(\/courses\/(?!category)[\w-]+)"/)
  const checkout = await linkOn(origin, course, /href="(\/checkout\?[^"]+)"/)

  return { catalog: '/courses', checkout, course, home: '/' }
}

/**
 * One look at a page as on a phone: scores of 0 to 100 and the largest shift of its layout.
 * @param {string} url
 * @param {string} file
 */
const look = async (url, file) => {
  await run({
    args: [
      ...['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', url],
      ...['--quiet', '--output=json', `--output-path=${file}`],
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    command: 'npm',
    env: { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' },
    title: 'lighthouse',
  })
  const { audits, categories } = JSON.parse(readFileSync(file, 'utf8'))

  return {
    said: [
      audits['largest-contentful-paint'].displayValue,
      audits['total-blocking-time'].displayValue,
      audits['cumulative-layout-shift'].displayValue,
    ],
    scores: Object.keys(AIMS).map((name) => Math.round(categories[name].score * 100)),
  }
}

/**
 * Has Lighthouse look at the demo's pages as on a phone, where a production build serves them at `address`, and prints the
 * scores beside their aims. It says whether the aims are met and never fails for it.
 * @param {string} address
 */
export const lighthouse = async (address) => {
  const origin = new URL(address)
  mkdirSync(inData('bench'), { recursive: true })
  const rows = []
  for (const [name, page] of Object.entries(await pagesOf(origin))) {
    rows.push(
      await step(`Looking at ${name}`, async () => {
        const looks = []
        for (let turn = 0; turn < TIMES; turn++) {
          looks.push(
            await look(new URL(page, origin).href, path.join(inData('bench'), `${name}.json`)),
          )
        }
        looks.sort((one, two) => (one.scores[0] ?? 0) - (two.scores[0] ?? 0))
        const { said = [], scores = [] } = looks[Math.floor(TIMES / 2)] ?? {}

        return {
          name,
          met: Object.values(AIMS).every((aim, nth) => (scores[nth] ?? 0) >= aim),
          said,
          scores,
        }
      }),
    )
  }
  const line = (/** @type {readonly (number | string)[]} */ cells) =>
    cells.map((cell) => String(cell).padEnd(16)).join('')
  say()
  say(bold(line(['page', ...Object.keys(AIMS), 'LCP', 'TBT', 'CLS', 'aims'])))
  rows.forEach(({ name, met, said, scores }) =>
    say(line([name, ...scores, ...said, met ? 'met' : 'not met'])),
  )
}
