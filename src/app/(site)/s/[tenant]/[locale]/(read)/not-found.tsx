import { NotFound } from '@/components/shell/NotFound'

/** What a page that found nothing shows. */
export default function NotFoundPage() {
  return <NotFound />
}
