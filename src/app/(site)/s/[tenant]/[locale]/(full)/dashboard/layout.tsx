import type { ReactNode } from 'react'

import { redirect } from 'next/navigation'

import { currentUser } from '@/request'

export const dynamic = 'force-dynamic'

/** Lets in who is signed in, before anything of the page is sent. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  if (!(await currentUser())) {
    redirect('/sign-in?next=/dashboard')
  }

  return children
}
