import type { Head } from './head'
import type { Answer } from './http'
import type { Place } from './place'
import type { Visitor } from './visitor'

import { headOf } from './head'
import { originOf } from './place'

/** Kept from crawlers, as /robots.txt says; they answer all the same. */
const CLOSED =
  /^\/(?:account|admin|api|checkout|confirm|dashboard|forgot|invoices|learn|orders|pay|reset|set-password|sign-)/

/** Every address of a school that can be reached by links from its front door and its sitemap, with its answer. */
export const crawl = async (reader: Visitor, place: Place) => {
  const origin = originOf(place)
  const sitemap = (await reader.get('/sitemap.xml')).text
  const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => new URL(loc))
  const answers = new Map<string, Answer>()
  const pages = new Map<string, Head>()
  const broken: string[] = []
  const waiting = ['/', ...listed.map(({ pathname }) => pathname)]
  const seen = new Set<string>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) {
      continue
    }
    seen.add(path)
    const answer = await reader.get(path)
    const { headers, status, text } = answer
    answers.set(path, answer)
    if (status !== 200 && !(CLOSED.test(path) && [302, 303, 307].includes(status))) {
      broken.push(`${path} ${status}`)
    }
    if (status !== 200 || CLOSED.test(path) || !String(headers['content-type']).includes('html')) {
      continue
    }
    const head = headOf(text)
    pages.set(path, head)
    for (const href of head.links) {
      const { origin: of, pathname, search } = new URL(href, `${origin}${path}`)
      if (of === origin) {
        waiting.push(`${pathname}${search}`)
      }
    }
  }

  return { answers, broken, listed, origin, pages }
}
