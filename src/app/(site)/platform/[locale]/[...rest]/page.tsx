import { notFound } from 'next/navigation'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

/** Every address at which the platform has nothing. */
export default function Nowhere(): never {
  notFound()
}
