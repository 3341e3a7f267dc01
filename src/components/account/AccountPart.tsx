import type { ReactNode } from 'react'

import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'

/** One matter of an account's page, under a heading of its own. */
export const AccountPart = ({
  children,
  lead,
  title,
}: {
  children: ReactNode
  lead?: ReactNode
  title: ReactNode
}) => (
  <section className="flex flex-col gap-6 border-t border-line pt-8">
    <div className="flex flex-col gap-1">
      <Heading level={2} size="small">
        {title}
      </Heading>
      {lead && <Text tone="muted">{lead}</Text>}
    </div>
    {children}
  </section>
)
