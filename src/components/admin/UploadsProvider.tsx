'use client'

import type { ReactNode } from 'react'

import { UploadPanel } from './uploads/UploadPanel'

/** Lets uploads go on, and be seen, on whatever page of the admin. */
export const UploadsProvider = ({ children }: { children?: ReactNode }) => (
  <>
    {children}
    <UploadPanel />
  </>
)
