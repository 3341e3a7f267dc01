import { Skeleton } from '@/components/ui/Skeleton'

/** The place of a film whose player is on its way. */
export const WaitingFilm = () => (
  <Skeleton className="aspect-video h-auto w-full rounded-none md:rounded-card" />
)

/** The place of a recording whose player is on its way. */
export const WaitingSound = () => <Skeleton className="h-32 w-full" />
