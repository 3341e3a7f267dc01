/** Asks whoever is at the page to show once more who they are, and answers whether they did. */
type Asker = () => Promise<boolean>

let asker: Asker | null = null

/** Names what asks from here on; null where nothing does any more. */
export const askForProofBy = (given: Asker | null): void => {
  asker = given
}

/** True once somebody has shown who they are; false where nothing on the page can ask, or they would not. */
export const proofGiven = (): Promise<boolean> => asker?.() ?? Promise.resolve(false)

/** The code with which the API asks for it. */
export const PROOF_NEEDED = 'reauthenticationNeeded'
