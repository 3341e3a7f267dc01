'use client'

import type { ReactNode } from 'react'

import { Text } from '@/components/ui/Text'

/** The controls of one question beneath its words, and what is missing beneath them. */
export const Group = ({
  id,
  children,
  error,
  legend,
}: {
  children: ReactNode
  error?: string
  id: string
  legend: ReactNode
}) => (
  <fieldset
    aria-describedby={error ? `${id}-error` : undefined}
    className="flex min-w-0 flex-col gap-3"
  >
    <legend className="mb-2">{legend}</legend>
    {children}
    {error && (
      <Text id={`${id}-error`} role="alert" size="small" tone="danger">
        {error}
      </Text>
    )}
  </fieldset>
)
