import type { ReactNode } from 'react'

import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

/** How something ended: a mark, what happened, what to do now, and which order it was. */
export const Outcome = ({
  action,
  body,
  foot,
  mark,
  title,
}: {
  action?: ReactNode
  body: ReactNode
  foot: ReactNode
  mark: ReactNode
  title: string
}) => (
  <Stack aria-live="polite" gap={6}>
    {mark}
    <Stack gap={3}>
      <Heading level={1}>{title}</Heading>
      <Text size="large" tone="muted">
        {body}
      </Text>
    </Stack>
    {action && <div>{action}</div>}
    <div className="border-t border-line pt-4">{foot}</div>
  </Stack>
)
