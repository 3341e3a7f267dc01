import type { ReactNode } from 'react'

import type { PageProps } from '@/components/shell/pageProps'

import { pageParams } from '@/components/shell/pageProps'
import { Sentences } from '@/components/shell/Sentences'
import { Container } from '@/components/ui/Container'
import { browserMessages } from '@/i18n/messages'

type Props = PageProps<'course'> & { children: ReactNode }

/** The pages of a discussion: one column for reading. */
export default async function DiscussionLayout({ children, params }: Props) {
  const { locale } = await pageParams<'course'>(params)

  return (
    <Sentences json={browserMessages(locale, 'discussion')} locale={locale}>
      <main className="flex flex-1 flex-col" id="content">
        <Container className="flex flex-col gap-8 py-6 md:py-12" size="reading">
          {children}
        </Container>
      </main>
    </Sentences>
  )
}
