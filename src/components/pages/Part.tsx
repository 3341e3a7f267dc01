import type { ReactNode } from 'react'

import { Heading } from '@/components/ui/Heading'

/** A part of a long page under its heading; `id` is where a link may lead. */
export const Part = ({
  id,
  children,
  title,
}: {
  children: ReactNode
  id?: string
  title: string
}) => (
  <section className="flex scroll-mt-8 flex-col gap-6" id={id}>
    <Heading level={2}>{title}</Heading>
    {children}
  </section>
)
