'use client'

import { Pill } from '@payloadcms/ui'

import type { Check } from '@/domain/tenancy/domains/records'
import type { RecordView } from '@/operations/tenancy/domainOverview'

import { Copy } from './Copy'
import { useWords } from './useWords'

/** How a record was found, in words and colour; what stands there instead, where something does. */
export const Finding = ({ check }: { check: Check | null }) => {
  const { words } = useWords()
  if (!check) {
    return <Pill pillStyle="light-gray">{words.notChecked}</Pill>
  }
  if (check.isGood || !check.reason) {
    return <Pill pillStyle="success">{words.right}</Pill>
  }

  return (
    <div className="lectern-finding">
      <p>{words.reasons[check.reason]}</p>
      {check.found.length > 0 && (
        <p>
          {words.found}{' '}
          {check.found.map((value) => (
            <code dir="ltr" key={value}>
              {value}
            </code>
          ))}
        </p>
      )}
    </div>
  )
}

/** The records to enter at the registrar's, each with what it has to say and how it was found. */
export const RecordsTable = ({
  domain,
  records,
}: {
  domain: string
  records: readonly RecordView[]
}) => {
  const { words } = useWords()
  const isApex = records.some(({ type }) => type === 'ALIAS')

  return (
    <>
      <div
        aria-label={words.recordsOf(domain)}
        className="table lectern-records"
        role="region"
        tabIndex={0}
      >
        <table>
          <caption className="lectern-unseen">{words.recordsOf(domain)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.type}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ name, type, check, found, label, value }, nth) => (
              <tr key={`${type} ${value}`}>
                <th data-label={words.type} scope="row">
                  <code>{type}</code>
                </th>
                <td data-label={words.name}>
                  <Copy text={label} what={`${type}, ${words.name}, ${name}`} />
                </td>
                <td data-label={words.value}>
                  <Copy text={value} what={`${type}, ${words.value}`} />
                </td>
                <td data-label={words.state}>
                  {records.findIndex((one) => one.check === check) === nth ? (
                    <Finding check={found} />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isApex && <p className="field-description">{words.apexHint}</p>}
    </>
  )
}
