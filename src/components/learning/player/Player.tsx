'use client'

import dynamic from 'next/dynamic'

import { Skeleton } from '@/components/ui/Skeleton'

/** A lesson's video. Its code comes only where there is one, and keeps its place until then. */
export const Player = dynamic(
  () => import('./PlayerFrame').then(({ PlayerFrame }) => PlayerFrame),
  {
    loading: () => <Skeleton className="aspect-video h-auto w-full rounded-none md:rounded-card" />,
    ssr: false,
  },
)
