import { NotFound } from '@/components/shell/NotFound'

/** What a page of the platform that found nothing shows. */
export default function NotFoundPage() {
  return <NotFound />
}
