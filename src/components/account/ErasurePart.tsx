import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { Text } from '@/components/ui/Text'
import type { Erasure } from '@/operations/identity/erasure'

import { PlainList } from '../catalog/PlainList'
import { AccountPart } from './AccountPart'
import { ErasureForm } from './ErasureForm'

const GOES = [
  'eraseGoesProfile',
  'eraseGoesLearning',
  'eraseGoesCertificates',
  'eraseGoesPlans',
] as const
const STAYS = ['eraseStaysInvoices', 'eraseStaysOrders'] as const

/** What becomes of an account that is deleted, and the way to ask for it; folded until it is wanted. */
export const ErasurePart = ({ erasure: { needsPassword, refusal } }: { erasure: Erasure }) => {
  const t = useTranslations('account.privacy')
  const tError = useTranslations('errors')

  return (
    <AccountPart lead={t('eraseLead')} title={t('erase')}>
      {refusal ? (
        <Alert isQuiet>{tError(refusal)}</Alert>
      ) : (
        <details className="group">
          <summary className="inline-flex min-h-target cursor-pointer items-center font-semibold text-danger underline underline-offset-4">
            {t('eraseOpen')}
          </summary>
          <div className="flex flex-col gap-6 pt-4">
            <div className="grid gap-6 sm:grid-cols-2">
              <div className="flex flex-col gap-2">
                <Text strong>{t('eraseGoes')}</Text>
                <PlainList lines={GOES.map((line) => t(line))} />
              </div>
              <div className="flex flex-col gap-2">
                <Text strong>{t('eraseStays')}</Text>
                <PlainList lines={STAYS.map((line) => t(line))} />
              </div>
            </div>
            <ErasureForm needsPassword={needsPassword} />
          </div>
        </details>
      )}
    </AccountPart>
  )
}
