import type { Metadata } from 'next'

import { notFound } from 'next/navigation'
import { cache } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { PersonView } from '@/components/learning/PersonView'
import { pageParams } from '@/components/shell/pageProps'
import { readPerson } from '@/operations/learning/person'
import { currentRequest, currentUser } from '@/request'
import { currentSchool } from '@/site'

export const dynamic = 'force-dynamic'

const personOf = cache(async (id: string) => readPerson({ id, req: await currentRequest() }))

export const generateMetadata = async ({ params }: PageProps<'id'>): Promise<Metadata> => {
  const { id } = await pageParams<'id'>(params)

  return { robots: 'noindex', title: (await personOf(id))?.name }
}

/** Somebody of the school, as far as they let whoever looks see them. */
export default async function PersonPage({ params }: PageProps<'id'>) {
  const { id, tenant } = await pageParams<'id'>(params)
  const [person, user, school] = await Promise.all([
    personOf(id),
    currentUser(),
    currentSchool(tenant),
  ])
  if (!person) {
    notFound()
  }

  return (
    <PersonView
      isOwn={user?.id === person.id}
      person={person}
      timeZone={user?.timeZone ?? school.timeZone}
    />
  )
}
