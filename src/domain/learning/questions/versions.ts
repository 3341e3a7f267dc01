/** A version of a question of the bank; `corrects` says that it is the one before with its key set right. */
export type BankVersion = { corrects: boolean; number: number }

/** The newest version that corrects, step by step, the one of that number. */
const correctedTo = (number: number, versions: readonly BankVersion[]): number => {
  const next = versions.find((one) => one.number === number + 1)

  return next?.corrects ? correctedTo(next.number, versions) : number
}

/**
 * The version by whose key a question is graded that was asked in version `asked`. Corrections of it count, up to
 * the version that the quiz is pinned to, or to the newest; one that asks something else does not, nor any after it.
 */
export const keyVersion = ({
  asked,
  pinned,
  versions,
}: {
  asked: number
  pinned: null | number
  versions: readonly BankVersion[]
}): number => {
  if (pinned === null) {
    return correctedTo(asked, versions)
  }
  const [earlier, later] = [Math.min(asked, pinned), Math.max(asked, pinned)]

  return correctedTo(earlier, versions) >= later ? pinned : asked
}
