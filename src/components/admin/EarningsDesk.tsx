import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import type { EarningsInBase } from '@/domain/commerce/payouts'
import type { HolderBalance, SchoolBalance } from '@/operations/commerce/payoutOverview'

import { PartBar } from '@/components/ui/PartBar'
import { formatMoney } from '@/components/ui/formatMoney'
import { SCHOOL } from '@/domain/commerce/payouts'
import { idOf } from '@/domain/ids'
import { isLocale, type Locale } from '@/domain/tenancy/locales'
import { lacksDirectAccount } from '@/operations/commerce/direct'
import { allSchools, payoutOverview, peopleInBase } from '@/operations/commerce/payoutOverview'

import type { EarningsWords } from './earnings/words'

import { OpenAccount, PayOut } from './earnings/PayOut'
import { WORDS } from './earnings/words'
import { RatesNow } from './figures/RatesNow'
import { WORTH_WORDS } from './figures/worthWords'

type Reader = null | { roles?: string[]; tenant?: string | { id: string } }

/**
 * Above the list of payouts: what everybody who earns is owed, pending and paid, and buttons that pay it out; staff of the platform see
 * what the books of every school say.
 */
export const EarningsDesk = async ({ i18n, payload, user }: BeforeListTableServerProps) => {
  const { roles = [], tenant } = (user as Reader) ?? {}
  const language = isLocale(i18n.language) ? i18n.language : 'en'
  const words = WORDS[language]
  if (roles.includes('superAdmin')) {
    return <Schools language={language} schools={await allSchools()} words={words} />
  }
  if (!tenant) {
    return null
  }
  const req = await createLocalReq({ user }, payload)
  const balances = await payoutOverview({ req, tenant: idOf(tenant) })

  const lacksDirect = await lacksDirectAccount({ req, tenant: idOf(tenant) })
  const inBase = await peopleInBase({ balances, req, tenant: idOf(tenant) })

  return <Holders {...{ balances, inBase, lacksDirect, language, words }} />
}

type Said = { language: Locale; words: EarningsWords }

const Holders = ({
  balances,
  inBase,
  lacksDirect,
  language,
  words,
}: Said & {
  balances: HolderBalance[]
  inBase: EarningsInBase | null
  lacksDirect: boolean
}) => {
  const people = balances.filter(({ holder }) => holder !== SCHOOL)
  const most = Math.max(...people.map((one) => wholeOf(one)), 1)
  const isOpen = balances.some(({ holder, isReady }) => holder === SCHOOL && isReady)

  return (
    <section aria-label={words.heading} className="lectern-balances lectern-earnings">
      <h2>{words.heading}</h2>
      {lacksDirect && (
        <div className="lectern-earnings__acts">
          <OpenAccount direct />
        </div>
      )}
      {people.length === 0 && <p>{words.none}</p>}
      {balances.length > 0 && (
        <>
          <div
            aria-label={words.heading}
            className="lectern-earnings__table"
            role="region"
            tabIndex={0}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.owed}</th>
                  <th scope="col">{words.held}</th>
                  <th scope="col">{words.payable}</th>
                  <th scope="col">{words.onWay}</th>
                  <th scope="col">{words.paid}</th>
                  <th scope="col">{words.sharing}</th>
                  <th scope="col">
                    <span className="lectern-recovered-said">{words.pay}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {balances.map((balance) => (
                  <Holder
                    balance={balance}
                    key={`${balance.holder} ${balance.currency}`}
                    language={language}
                    most={most}
                    words={words}
                  />
                ))}
              </tbody>
              {inBase && <InAll inBase={inBase} language={language} words={words} />}
            </table>
          </div>
          {inBase && <RatesNow language={language} worth={inBase} />}
          <div className="lectern-earnings__acts">
            <PayOut />
            {!isOpen && <OpenAccount />}
          </div>
        </>
      )}
    </section>
  )
}

/** Everything that somebody ever earned, that is still theirs. */
const wholeOf = ({ onWay, owed, paid }: HolderBalance): number => Math.max(owed, 0) + onWay + paid

const Holder = ({
  balance,
  language,
  most,
  words,
}: Said & { balance: HolderBalance; most: number }) => {
  const { name, currency, held, holder, isReady, onWay, owed, paid, payable } = balance
  const money = (amount: number) => formatMoney({ amount, currency, locale: language })
  const part = (label: string, value: number) => ({ label: `${label}: ${money(value)}`, value })

  return (
    <tr>
      <th scope="row">
        <bdi>{holder === SCHOOL ? words.school : (name ?? holder)}</bdi>
        {!isReady && <small>{words.noAccount}</small>}
      </th>
      {[owed, held, payable, onWay, paid].map((amount, index) => (
        <td key={index}>
          <bdi>{money(amount)}</bdi>
        </td>
      ))}
      <td className="lectern-earnings__bar">
        {holder !== SCHOOL && (
          <PartBar
            most={most}
            parts={[
              part(words.paid, paid),
              part(words.onWay, onWay),
              part(words.payable, payable),
              part(words.held, Math.max(owed - payable, 0)),
            ]}
          />
        )}
      </td>
      <td>{isReady && payable > 0 && <PayOut holder={holder} />}</td>
    </tr>
  )
}

/** What everybody but the school is owed, in its currency. */
const InAll = ({ inBase, language, words }: Said & { inBase: EarningsInBase }) => {
  const { currency, held, onWay, owed, paid, payable } = inBase

  return (
    <tfoot>
      <tr>
        <th scope="row">
          {words.inAll}
          <small>{WORTH_WORDS[language].inAll(currency)}</small>
        </th>
        {[owed, held, payable, onWay, paid].map((amount, index) => (
          <td key={index}>
            <bdi>≈ {formatMoney({ amount, currency, locale: language })}</bdi>
          </td>
        ))}
        <td colSpan={2} />
      </tr>
    </tfoot>
  )
}

const Schools = ({ language, schools, words }: Said & { schools: SchoolBalance[] }) => (
  <section aria-label={words.platform} className="lectern-balances lectern-earnings">
    <h2>{words.platform}</h2>
    <div aria-label={words.platform} className="lectern-earnings__table" role="region" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.schoolColumn}</th>
            <th scope="col">{words.heldAt}</th>
            <th scope="col">{words.owed}</th>
            <th scope="col">{words.onWay}</th>
            <th scope="col">{words.fees}</th>
          </tr>
        </thead>
        <tbody>
          {schools.map(({ currency, fees, held, onWay, owed, school, schoolId }) => (
            <tr key={`${schoolId} ${currency}`}>
              <th scope="row">
                <bdi>{school}</bdi>
              </th>
              {[held, owed, onWay, fees].map((amount, index) => (
                <td key={index}>
                  <bdi>{formatMoney({ amount, currency, locale: language })}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)
