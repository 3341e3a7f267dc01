import { AccountChanges } from '@collections/identity/AccountChanges'
import { AddressBlocks } from '@collections/identity/AddressBlocks'
import { ApiKeys } from '@collections/identity/ApiKeys'
import { Consents } from '@collections/identity/Consents'
import { CustomRoles } from '@collections/identity/CustomRoles'
import { Erasures } from '@collections/identity/Erasures'
import { PeopleJobs } from '@collections/identity/PeopleJobs'
import { PeopleLines } from '@collections/identity/PeopleLines'
import { SignInProviders } from '@collections/identity/SignInProviders'
import { Users } from '@collections/identity/Users'
import { changeAccount, readAccount } from '@endpoints/identity/account'
import { auditEndpoints } from '@endpoints/identity/audit'
import { changeEmail, confirmEmail } from '@endpoints/identity/emailChange'
import { askForErasure, readErasureState, takeErasureBack } from '@endpoints/identity/erasure'
import { chooseConsents } from '@endpoints/identity/consents'
import { createKey, endKey, listKeys } from '@endpoints/identity/keys'
import { linkedSchoolEndpoints } from '@endpoints/identity/linkedSchools'
import { askForMail, openMail, takeCode } from '@endpoints/identity/mailSignIn'
import { addPushBrowser, pushBrowsers, pushKey, removePushBrowser } from '@endpoints/identity/push'
import {
  chooseNotification,
  notificationChoices,
  unsubscribe,
} from '@endpoints/identity/notificationChoices'
import {
  addPasskeyOf,
  beginPasskeyOf,
  beginPasskeySignIn,
  listPasskeys,
  removePasskeyOf,
  signInByPasskey,
} from '@endpoints/identity/passkeys'
import { personPicture, removePicture, uploadPicture } from '@endpoints/identity/pictures'
import { changeAccountStatus } from '@endpoints/identity/people'
import { countOfPeople, listOfPeople, peopleFile } from '@endpoints/identity/peopleDesk'
import {
  bulkOfPeople,
  importOfPeople,
  peopleJob,
  peopleJobFile,
  startOfImport,
} from '@endpoints/identity/peopleJobs'
import {
  beginConnection,
  beginProviderSignIn,
  checkSignInProvider,
  listConnections,
  providerCallback,
  removeConnection,
} from '@endpoints/identity/providers'
import {
  checkEmailDomains,
  createScimToken,
  endScimToken,
  showOrganisation,
} from '@endpoints/identity/organisations'
import {
  addScimGroupOf,
  listScimGroups,
  patchScimGroup,
  removeScimGroupOf,
  replaceScimGroup,
  showScimGroup,
} from '@endpoints/identity/scimGroups'
import { readMetadata, samlAcs, samlMetadataOf } from '@endpoints/identity/saml'
import { scimConfig, scimResourceTypes, scimSchemas } from '@endpoints/identity/scimService'
import {
  addScimUser,
  listScimUsers,
  patchScimUser,
  removeScimUser,
  replaceScimUser,
  showScimUser,
} from '@endpoints/identity/scimUsers'
import { reportPolicy } from '@endpoints/identity/policyReports'
import {
  confirmSecondFactorOf,
  endSecondFactorOf,
  renewCodesOf,
  setUpSecondFactor,
  showSecondFactor,
} from '@endpoints/identity/secondFactor'
import { resetSecondFactorOf } from '@endpoints/identity/secondFactorReset'
import { closeSessions, listSessions } from '@endpoints/identity/sessions'
import { giveProof, readProof } from '@endpoints/identity/proof'
import { session } from '@endpoints/identity/session'
import { giveTokensBack, renewTokens, takeTokens } from '@endpoints/identity/tokens'
import { endViewHere, viewAsLearner } from '@endpoints/identity/views'
import { stepSecret, takeStep } from '@endpoints/identity/signInSteps'
import { mailOnMailSignInAsked } from '@hooks/identity/mailSignIn'
import {
  dropPicturesOnAccountErased,
  eraseAccountsHourly,
  keepErasureOnAccountErased,
  repeatErasuresAfterRestore,
} from '@hooks/identity/erasure'
import { workOnPeopleJobBegun } from '@hooks/identity/people'
import { endViews } from '@hooks/identity/views'

import { domain } from './support/domain'

export const identity = domain({
  afterRestore: [repeatErasuresAfterRestore],
  collections: [
    CustomRoles,
    Users,
    AccountChanges,
    Consents,
    Erasures,
    PeopleJobs,
    PeopleLines,
    AddressBlocks,
    ApiKeys,
    SignInProviders,
  ],
  endpoints: [
    session,
    readAccount,
    changeAccount,
    uploadPicture,
    removePicture,
    personPicture,
    listSessions,
    closeSessions,
    takeTokens,
    renewTokens,
    giveTokensBack,
    readProof,
    giveProof,
    listKeys,
    createKey,
    endKey,
    changeEmail,
    confirmEmail,
    notificationChoices,
    pushBrowsers,
    pushKey,
    addPushBrowser,
    removePushBrowser,
    chooseNotification,
    chooseConsents,
    unsubscribe,
    readErasureState,
    askForErasure,
    takeErasureBack,
    changeAccountStatus,
    viewAsLearner,
    endViewHere,
    listOfPeople,
    countOfPeople,
    peopleFile,
    bulkOfPeople,
    peopleJob,
    peopleJobFile,
    importOfPeople,
    startOfImport,
    reportPolicy,
    showSecondFactor,
    setUpSecondFactor,
    confirmSecondFactorOf,
    renewCodesOf,
    endSecondFactorOf,
    resetSecondFactorOf,
    stepSecret,
    takeStep,
    listPasskeys,
    beginPasskeyOf,
    addPasskeyOf,
    removePasskeyOf,
    beginPasskeySignIn,
    signInByPasskey,
    beginProviderSignIn,
    providerCallback,
    listConnections,
    beginConnection,
    removeConnection,
    checkSignInProvider,
    samlAcs,
    samlMetadataOf,
    readMetadata,
    showOrganisation,
    checkEmailDomains,
    createScimToken,
    endScimToken,
    scimConfig,
    scimResourceTypes,
    scimSchemas,
    listScimUsers,
    showScimUser,
    addScimUser,
    replaceScimUser,
    patchScimUser,
    removeScimUser,
    listScimGroups,
    showScimGroup,
    addScimGroupOf,
    replaceScimGroup,
    patchScimGroup,
    removeScimGroupOf,
    askForMail,
    openMail,
    takeCode,
    ...auditEndpoints,
    ...linkedSchoolEndpoints,
  ],
  reactions: [
    workOnPeopleJobBegun,
    dropPicturesOnAccountErased,
    keepErasureOnAccountErased,
    mailOnMailSignInAsked,
  ],
  tasks: [eraseAccountsHourly, endViews],
})
