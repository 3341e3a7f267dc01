import type { ReactNode } from 'react'

import { Text } from '@react-email/components'

import { mailStyles } from './styles'

type Props = { accent: string; children: ReactNode; isSmall?: boolean }

/** A paragraph in the school's palette; `isSmall` for what is said in passing. */
export const Paragraph = ({ accent, children, isSmall = false }: Props) => {
  const { small, text } = mailStyles(accent)

  return (
    <Text className={isSmall ? 'm-muted' : 'm-text'} style={isSmall ? small : text}>
      {children}
    </Text>
  )
}
