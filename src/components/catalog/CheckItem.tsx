import { Square, SquareCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** A line of a list to tick off, as its author left it. */
export const CheckItem = ({ children, isDone }: { children: ReactNode; isDone: boolean }) => {
  const t = useTranslations('text')
  const Icon = isDone ? SquareCheck : Square

  return (
    <li className="-ms-6 flex list-none gap-2">
      <Icon aria-hidden className="mt-1 size-5 shrink-0 text-muted" strokeWidth={1.5} />
      <span className="sr-only">{t(isDone ? 'done' : 'toDo')}</span>
      <span className="min-w-0">{children}</span>
    </li>
  )
}
