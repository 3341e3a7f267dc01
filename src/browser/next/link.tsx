import type Link from 'next/link'
import type { ComponentProps } from 'react'

/** What only Next's own link knows how to do. */
const NEXTS: ReadonlySet<string> = new Set(['prefetch', 'replace', 'scroll'])

/** A link in an island: the browser itself goes there. Stands in for Next's. */
export default function DocumentLink({ href, ...rest }: ComponentProps<typeof Link>) {
  const given = Object.fromEntries(Object.entries(rest).filter(([name]) => !NEXTS.has(name)))

  return <a {...given} href={typeof href === 'string' ? href : (href.pathname ?? undefined)} />
}
