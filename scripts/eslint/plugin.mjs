import { noBareLocalApi } from './noBareLocalApi.mjs'
import { noHardCodedString } from './noHardCodedString.mjs'
import { noPhysicalSide } from './noPhysicalSide.mjs'
import { noRawColour } from './noRawColour.mjs'
import { noRawMarkup } from './noRawMarkup.mjs'

/** The project's own rules, as `lectern/<rule>`. */
export const lectern = {
  meta: { name: 'lectern' },
  rules: {
    'no-bare-local-api': noBareLocalApi,
    'no-hard-coded-string': noHardCodedString,
    'no-physical-side': noPhysicalSide,
    'no-raw-colour': noRawColour,
    'no-raw-markup': noRawMarkup,
  },
}
