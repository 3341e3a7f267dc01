import { notFound } from 'next/navigation'

import { pageParams } from '@/components/shell/pageProps'
import { isSlug } from '@/domain/tenancy/hosts'
import { courseCard } from '@/operations/pages/cards'
import { cachedForReader, schoolFor } from '@/site'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

type Props = { params: Promise<{ locale: string; slug: string; tenant: string }> }

/** GET /courses/:slug/card.png: the picture that networks show beside a link to a course; 404 where there is none. */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { slug, locale, tenant } = await pageParams<'slug'>(params)
  const school = await schoolFor({ locale, tenant })
  const card = isSlug(slug)
    ? await cachedForReader({ locale, tenant }, ['card', slug], async (req) => {
        const png = await courseCard({ slug, req, school })

        return png && png.toString('base64')
      })
    : null
  if (!card) {
    notFound()
  }

  return new Response(new Uint8Array(Buffer.from(card, 'base64')), {
    headers: { 'Content-Type': 'image/png' },
  })
}
