import { notFound } from 'next/navigation'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

/** Every address at which a school has nothing: its own "not found", with its header and footer. */
export default function Nowhere(): never {
  notFound()
}
