import type { ReactNode } from 'react'

import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'

/** A part of the page on design: what it shows, and the things themselves. */
export const Specimen = ({ children, title }: { children: ReactNode; title: string }) => (
  <section>
    <Stack gap={6}>
      <Heading level={2}>{title}</Heading>
      {children}
    </Stack>
  </section>
)

/** Things side by side, in as many lines as they need. */
export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
)
