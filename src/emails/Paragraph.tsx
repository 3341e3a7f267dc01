import type { ReactNode } from 'react'

import { Text } from '@react-email/components'

import type { Look } from '@/domain/tenancy/theme/palette'

import { mailStyles } from './styles'

type Props = { children: ReactNode; isSmall?: boolean; look: Look }

/** A paragraph in the school's palette; `isSmall` for what is said in passing. */
export const Paragraph = ({ children, isSmall = false, look }: Props) => {
  const { small, text } = mailStyles(look)

  return (
    <Text className={isSmall ? 'm-muted' : 'm-text'} style={isSmall ? small : text}>
      {children}
    </Text>
  )
}
