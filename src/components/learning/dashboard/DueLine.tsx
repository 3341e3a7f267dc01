import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

import { Badge } from '@/components/ui/Badge'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Text } from '@/components/ui/Text'

/** One thing that waits for a learner: what it is, of which course, by when, and the way to it. */
export const DueLine = ({
  action,
  badge,
  course,
  href,
  icon: Icon,
  isPressing = false,
  moment,
  title,
}: {
  action: string
  badge?: string
  course: string
  href: string
  icon: LucideIcon
  isPressing?: boolean
  moment?: ReactNode
  title: string
}) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
    <Icon
      aria-hidden
      className={isPressing ? 'size-6 shrink-0 text-warning' : 'size-6 shrink-0 text-muted'}
      strokeWidth={1.5}
    />
    <div className="min-w-48 flex-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Text as="span" dir="auto" strong>
          {title}
        </Text>
        {badge && <Badge tone="warning">{badge}</Badge>}
      </div>
      <Text size="small" tone="muted">
        <bdi>{course}</bdi>
        {moment && (
          <>
            {' · '}
            {moment}
          </>
        )}
      </Text>
    </div>
    <ButtonLink
      aria-label={`${action}: ${title}`}
      href={href}
      prefetch={false}
      size="small"
      variant="secondary"
    >
      {action}
    </ButtonLink>
  </li>
)
