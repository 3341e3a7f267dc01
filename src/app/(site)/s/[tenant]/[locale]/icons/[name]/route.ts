import { brandPicture } from '@/operations/media/brandPictures'
import { currentSchool } from '@/site'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

type Props = { params: Promise<{ name: string; tenant: string }> }

/** GET /icons/:name: the pictures of a school's brand for home screens and mails; 404 for any other name. */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { name, tenant } = await params
  const picture = await brandPicture(await currentSchool(tenant), name)

  return picture
    ? new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png' } })
    : new Response(null, { status: 404 })
}
