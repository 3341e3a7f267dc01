'use client'

import type { ReactNode } from 'react'

import { takeFile } from '../shell/takeFile'

/** A link to a file of what the school knows of its people: whoever takes it is asked first who they are, where they have not shown it lately. */
export const FileLink = ({
  children,
  className,
  href,
}: {
  children: ReactNode
  className?: string
  href: string
}) => (
  <a
    className={className}
    download
    href={href}
    onClick={(event) => {
      event.preventDefault()
      void takeFile(href)
    }}
  >
    {children}
  </a>
)
