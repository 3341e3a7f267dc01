import { NotFound } from '@/components/shell/NotFound'

/** What the classroom shows where there is no such lesson. */
export default function LearnNotFound() {
  return (
    <main className="flex flex-1 flex-col" id="content">
      <NotFound />
    </main>
  )
}
