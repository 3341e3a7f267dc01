import type { AdminViewServerProps } from 'payload'

import { Gutter } from '@payloadcms/ui'
import { createLocalReq } from 'payload'

import type { SchoolRow } from '@/operations/analytics/schools'
import type { Start } from '@/operations/analytics/start'

import { isLocale } from '@/domain/tenancy/locales'
import { startOf } from '@/operations/analytics/start'
import { schoolRows } from '@/operations/analytics/schools'
import { backupHealth, backupRecords } from '@/operations/tenancy/backups'

import { QuarantineLink } from '../library/Quarantine'
import { BackupList } from './BackupList'
import { DraftList, OrderList, StuckList } from './Lists'
import { Numbers } from './Numbers'
import { RestorePanel } from './restore/RestorePanel'
import { SalesChart } from './SalesChart'
import { SchoolList } from './SchoolList'
import { Steps } from './Steps'
import { START_WORDS } from './words'

/** The first page of the admin: what to do next, how the school is doing, and what waits. */
export const StartPage = async ({ i18n, initPageResult, payload, user }: AdminViewServerProps) => {
  const language = isLocale(i18n.language) ? i18n.language : 'en'
  const { req } = initPageResult
  const mine = await createLocalReq(
    { req: { headers: req.headers }, user: user ?? undefined },
    payload,
  )
  const start = await startOf({ language, req: mine })
  const words = START_WORDS[language]
  const hello = words.hello((user as { name?: string } | null)?.name ?? '')

  return (
    <Gutter className="lectern-start">
      <header className="lectern-start__head">
        <h1>{hello}</h1>
        <p>{start ? words.about(start.name) : words.platform}</p>
      </header>
      {start ? (
        <School language={language} start={start} />
      ) : (
        <Platform language={language} schools={await schoolRows(mine)} />
      )}
    </Gutter>
  )
}

const School = ({ language, start }: { language: keyof typeof START_WORDS; start: Start }) => (
  <>
    {start.apart > 0 && <QuarantineLink count={start.apart} />}
    <Steps language={language} steps={start.steps} tenant={start.tenant} />
    <Numbers language={language} start={start} />
    {start.orders && <SalesChart currency={start.currency} days={start.days} language={language} />}
    <div className="lectern-start__lists">
      {start.orders && <OrderList language={language} now={start.now} orders={start.orders} />}
      {start.drafts && <DraftList drafts={start.drafts} language={language} now={start.now} />}
      <StuckList language={language} learners={start.stuck} now={start.now} />
    </div>
  </>
)

/** For the platform's staff, and empty for anybody else who has no school. */
const Platform = async ({
  language,
  schools,
}: {
  language: keyof typeof START_WORDS
  schools: null | readonly SchoolRow[]
}) => (
  <>
    {schools && (
      <>
        <BackupList
          backups={await backupRecords(5)}
          health={await backupHealth(new Date())}
          language={language}
        />
        <RestorePanel />
      </>
    )}
    <SchoolList language={language} schools={schools ?? []} />
  </>
)
