import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AllNotes } from '@/components/learning/notes/AllNotes'
import { pageParams } from '@/components/shell/pageProps'
import { Sentences } from '@/components/shell/Sentences'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { browserMessages } from '@/i18n/messages'
import { coursesWithNotes } from '@/operations/learning/notes'
import { currentRequest, signedInAt } from '@/request'

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('learn.notes'))('all') }
}

/** What a learner wrote and marked in all of their courses. */
export default async function NotesPage({ params }: PageProps) {
  const { locale } = await pageParams(params)
  const { id } = await signedInAt('/notes')
  const t = await getTranslations('learn.notes')
  const courses = await coursesWithNotes({ learner: id, req: await currentRequest() })

  return (
    <Sentences json={browserMessages(locale, 'class')} locale={locale}>
      <Container className="flex flex-col gap-8 py-8 md:py-16" size="reading">
        <div className="flex flex-col gap-1">
          <Heading level={1}>{t('all')}</Heading>
          <Text tone="muted">{t('lead')}</Text>
        </div>
        <AllNotes courses={courses} />
      </Container>
    </Sentences>
  )
}
