import type { ReactNode } from 'react'

import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'

/** One page of the account: its title, what it is for, and its parts. */
export const AccountPage = ({
  children,
  lead,
  title,
}: {
  children: ReactNode
  lead: ReactNode
  title: ReactNode
}) => (
  <div className="flex max-w-reading flex-col gap-12">
    <div className="flex flex-col gap-1">
      <Heading level={1}>{title}</Heading>
      <Text tone="muted">{lead}</Text>
    </div>
    {children}
  </div>
)
