import { pageParams } from '@/components/shell/pageProps'
import { schoolCard } from '@/operations/pages/cards'
import { schoolFor } from '@/site'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

type Props = { params: Promise<{ locale: string; tenant: string }> }

/** GET /card.png: the picture that networks show beside a link to a school. */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const card = await schoolCard(await schoolFor(await pageParams(params)))

  return new Response(new Uint8Array(card), { headers: { 'Content-Type': 'image/png' } })
}
