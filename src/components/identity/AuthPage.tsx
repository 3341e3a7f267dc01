import type { ReactNode } from 'react'

import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

/** The frame of every page about signing in: a title, one sentence, a form, and the way elsewhere. */
export const AuthPage = ({
  children,
  foot,
  lead,
  title,
}: {
  children: ReactNode
  foot?: ReactNode
  lead?: ReactNode
  title: ReactNode
}) => (
  <Container className="flex flex-1 flex-col justify-center py-12 md:py-16" size="form">
    <Stack gap={8}>
      <Stack gap={2}>
        <Heading level={1}>{title}</Heading>
        {lead && <Text tone="muted">{lead}</Text>}
      </Stack>
      {children}
      {foot && <div className="border-t border-line pt-6">{foot}</div>}
    </Stack>
  </Container>
)
