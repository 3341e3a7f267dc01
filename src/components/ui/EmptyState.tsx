import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

import { Heading } from './Heading'
import { Text } from './Text'

/** Nothing here yet: what this place is for, and one thing to do. */
export const EmptyState = ({
  action,
  body,
  icon: Icon,
  level = 2,
  title,
}: {
  action?: ReactNode
  body?: ReactNode
  icon?: LucideIcon
  level?: 1 | 2 | 3
  title: ReactNode
}) => (
  <div className="mx-auto flex max-w-form flex-col items-center gap-3 px-4 py-16 text-center">
    {Icon && <Icon aria-hidden className="size-8 text-subtle" strokeWidth={1.5} />}
    <Heading level={level} size="small">
      {title}
    </Heading>
    {body && <Text tone="muted">{body}</Text>}
    {action && <div className="mt-3">{action}</div>}
  </div>
)
